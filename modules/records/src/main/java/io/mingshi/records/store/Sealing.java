package io.mingshi.records.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import io.mingshi.records.Header;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Receipt;
import io.mingshi.records.SaltedText;
import io.mingshi.records.Sealed;
import io.mingshi.records.SealedEntry;
import io.mingshi.records.StoredText;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Encrypts texts under the keys of those whom they are about, and decrypts them.
@Singleton
class Sealing {
    private static final Logger LOG = Logger.getLogger(Sealing.class);

    private final SealKeys keys;

    Sealing(SealKeys keys) {
        this.keys = keys;
    }

    List<SealedReceipt> seal(List<Receipt> receipts, Collection<KeyOwner> owners) {
        Map<KeyOwner, Aead> found = keys.toSeal(owners);
        List<SealedReceipt> sealed = new ArrayList<>(receipts.size());
        for (Receipt receipt : receipts) {
            Aead key = Objects.requireNonNull(found.get(KeyOwner.of(receipt.header())));
            sealed.add(seal(receipt, key));
        }
        return sealed;
    }

    List<KeptRecord> open(List<StoredRow> rows) {
        Map<KeyOwner, Aead> found =
                keys.toOpen(rows.stream().map(row -> KeyOwner.of(row.header())).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new KeptRecord(
                        row.position(),
                        row.header(),
                        row.sealed(),
                        row.commitment(),
                        open(row, found.get(KeyOwner.of(row.header())))))
                .toList();
    }

    private static SealedReceipt seal(Receipt receipt, Aead key) {
        Header header = receipt.header();
        SaltedText text = SaltedText.of(receipt.text());
        try {
            Sealed sealed = Sealed.of(key.encrypt(text.bytes(), context(header)));
            String commitment = text.commitment();
            return new SealedReceipt(header, sealed, commitment, SealedEntry.of(header, sealed, commitment));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a record could not be sealed", e);
        }
    }

    private static StoredText open(StoredRow row, @Nullable Aead key) {
        if (key == null) {
            return new StoredText.Erased();
        }
        try {
            return new StoredText.Legible(
                    SaltedText.parse(key.decrypt(row.sealed().bytes(), context(row.header()))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.errorf(
                    e,
                    "record %s no longer decrypts: it is shown as not intact",
                    row.header().eventId());
            return new StoredText.Damaged();
        }
    }

    /// A text that is moved to another record does not decrypt there.
    private static byte[] context(Header header) {
        return ("records/" + header.eventId()).getBytes(UTF_8);
    }
}
