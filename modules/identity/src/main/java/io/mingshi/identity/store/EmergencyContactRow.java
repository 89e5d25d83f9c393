package io.mingshi.identity.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "emergency_contact")
class EmergencyContactRow extends PanacheEntityBase {
    @Id
    String person;

    byte[] contact;
}
