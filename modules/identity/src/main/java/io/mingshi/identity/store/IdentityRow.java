package io.mingshi.identity.store;

import io.mingshi.contracts.identity.Assurance;
import io.mingshi.identity.Method;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "identity")
class IdentityRow extends PanacheEntityBase {
    @Id
    String person;

    @Enumerated(EnumType.STRING)
    @Nullable
    Method method;

    @Enumerated(EnumType.STRING)
    @Nullable
    Assurance assurance;

    @Column(name = "document_index")
    @Nullable
    String documentIndex;

    @Column(name = "personal_data")
    byte @Nullable [] personalData;

    @Nullable
    String reference;

    @Column(name = "verified_at")
    @Nullable
    Instant verifiedAt;

    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;
}
