package io.mingshi.identity.store;

import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.identity.Hold;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// Only what changed is written: one who writes the mobile number takes nothing back of another's hold.
@Entity
@DynamicUpdate
@Table(name = "identity")
class IdentityRow extends PanacheEntityBase {
    @Id
    String person;

    @Column(name = "subject_index")
    @Nullable
    String subjectIndex;

    @Column(name = "personal_data")
    byte @Nullable [] personalData;

    @Column(name = "national_mark")
    @Nullable
    String nationalMark;

    @Column(name = "national_age")
    @Enumerated(EnumType.STRING)
    @Nullable
    AgeGroup nationalAge;

    @Column(name = "mobile_index")
    @Nullable
    String mobileIndex;

    byte @Nullable [] organization;

    @Column(name = "organization_index")
    @Nullable
    String organizationIndex;

    @Column(name = "held_since")
    @Nullable
    Instant heldSince;

    @Column(name = "held_cause")
    @Enumerated(EnumType.STRING)
    Hold.@Nullable Cause heldCause;

    @Column(name = "erasure_wished_at")
    @Nullable
    Instant erasureWishedAt;

    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;
}
