package io.mingshi.identity.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Identities;
import io.mingshi.identity.Identity;
import io.mingshi.servicekit.crypto.BlindIndex;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StoredIdentities implements Identities {
    /// What the blind index is of; another kind of value would get unrelated indexes.
    private static final String PARTITION = "identity.number";

    private final EntityManager entities;
    private final IdentityKeys keys;
    private final PersonalDataCodec codec;
    private final BlindIndex index;

    StoredIdentities(
            @PersistenceUnit("identity") EntityManager entities,
            IdentityKeys keys,
            PersonalDataCodec codec,
            BlindIndex index) {
        this.entities = entities;
        this.keys = keys;
        this.codec = codec;
        this.index = index;
    }

    @Override
    public Identity find(PersonId person) {
        IdentityRow row = row(person);
        if (row == null) {
            return new Identity.Unproven(person);
        }
        Instant erasedAt = row.erasedAt;
        return erasedAt == null ? proven(person, row) : new Identity.Erased(person, erasedAt);
    }

    @Override
    public Identity findForChange(PersonId person) {
        lock("person " + person);
        return find(person);
    }

    @Override
    public long othersWith(String number, PersonId person) {
        String documentIndex = index.of(PARTITION, number);
        lock("document " + documentIndex);
        return IdentityRow.count("documentIndex = ?1 and person <> ?2", documentIndex, person.value());
    }

    @Override
    public void keep(Identity.Proven proven) {
        IdentityRow row = rowToFill(proven.person());
        row.method = proven.method();
        row.assurance = proven.assurance();
        row.documentIndex = index.of(PARTITION, proven.data().number());
        row.personalData = keys.encrypt(proven.person(), PersonalDataCodec.CONTEXT, codec.write(proven.data()));
        row.reference = proven.reference();
        row.verifiedAt = proven.verifiedAt();
        row.persist();
    }

    @Override
    public void erase(Identity.Erased erased) {
        keys.erase(erased.person());
        IdentityRow row = rowToFill(erased.person());
        row.method = null;
        row.assurance = null;
        row.documentIndex = null;
        row.personalData = null;
        row.reference = null;
        row.verifiedAt = null;
        row.erasedAt = erased.erasedAt();
        row.persist();
    }

    private Identity proven(PersonId person, IdentityRow row) {
        return keys.decrypt(person, PersonalDataCodec.CONTEXT, requireNonNull(row.personalData))
                .<Identity>map(plain -> new Identity.Proven(
                        person,
                        requireNonNull(row.method),
                        requireNonNull(row.assurance),
                        codec.read(plain),
                        requireNonNull(row.reference),
                        requireNonNull(row.verifiedAt)))
                .orElseGet(() -> new Identity.Unproven(person));
    }

    private static @Nullable IdentityRow row(PersonId person) {
        return IdentityRow.findById(person.value());
    }

    private static IdentityRow rowToFill(PersonId person) {
        IdentityRow known = row(person);
        if (known != null) {
            return known;
        }
        var fresh = new IdentityRow();
        fresh.person = person.value();
        return fresh;
    }

    /// Held until the transaction ends; always the person before the document, so that two never wait for each other.
    private void lock(String what) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .setParameter("what", what)
                .getSingleResult();
    }
}
