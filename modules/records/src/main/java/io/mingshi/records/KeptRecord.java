package io.mingshi.records;

import io.mingshi.contracts.Sha256;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One record as it was found.
///
/// @param position its index in the evidence log
/// @param sealed the encrypted text as it is stored
/// @param commitment SHA-256 of salt and text in hex, made when the fact was received
public record KeptRecord(long position, Header header, Sealed sealed, String commitment, StoredText text) {
    /// The text, where it can be read.
    public Optional<SaltedText> legible() {
        return text instanceof StoredText.Legible(SaltedText found) ? Optional.of(found) : Optional.empty();
    }

    /// Whether the text can still be read and is the one that was received.
    public boolean intact() {
        return legible().filter(found -> found.opens(commitment)).isPresent();
    }

    /// SHA-256 of the text; null when it cannot be read.
    public @Nullable String sha256() {
        return legible().map(found -> Sha256.of(found.text())).orElse(null);
    }

    /// What this record's entry in the evidence log must say, by what is stored now.
    public SealedEntry entry() {
        return SealedEntry.of(header, sealed, commitment);
    }

    @Override
    public String toString() {
        return "record " + header.eventId() + " at " + position + ", committed to " + commitment;
    }
}
