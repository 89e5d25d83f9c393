package io.mingshi.records.retention;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.DataSubject;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Records;
import io.mingshi.records.SaltedText;
import io.mingshi.records.StoredText;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands a person everything that is recorded about them.
///
/// Complete: what cannot be handed out is listed with the reason. The texts of other people's records stay
/// with those people. [PIPL-45](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class CopyRecords {
    /// Where facts about look-ups come from.
    private static final String OWN = "/mingshi/records";

    private static final int PAGE = 1_000;

    private final PersonRecords concerning;
    private final Records records;

    CopyRecords(PersonRecords concerning, Records records) {
        this.concerning = concerning;
        this.records = records;
    }

    /// Why a text is not handed out.
    public enum Withheld {
        /// The person asked for erasure, and a minimum is not over: stored, and not used in any other way.
        STORAGE_ONLY,
        /// Its key was destroyed.
        ERASED,
        /// It was changed and does not decrypt any more.
        DAMAGED,
        /// It is about another person and names this one.
        ABOUT_ANOTHER_PERSON,
        /// It tells of an inquiry, which would be warned.
        PRIVILEGED
    }

    /// One record.
    ///
    /// @param text the fact as it was received; null when it is withheld
    /// @param salt in hex: SHA-256 of salt and text is the record's commitment, which the evidence log covers
    public record Copy(
            KeptRecord kept,
            @Nullable String text,
            @Nullable String salt,
            @Nullable Withheld withheld) {}

    /// Hands out one after the other, in the order of their positions, whatever was kept when it began.
    ///
    /// A reader that takes long holds no transaction.
    ///
    /// @return how many
    public long of(PersonId person, Consumer<Copy> reader) {
        long to = records.next();
        long count = 0;
        long from = 0;
        List<KeptRecord> page;
        do {
            long start = from;
            page = QuarkusTransaction.requiringNew().call(() -> concerning.of(person, start, to, PAGE));
            for (KeptRecord kept : page) {
                reader.accept(copy(kept, person));
                from = kept.position() + 1;
            }
            count += page.size();
        } while (page.size() == PAGE);
        return count;
    }

    private static Copy copy(KeptRecord kept, PersonId person) {
        PersonId about = kept.header().person();
        if (!about.equals(person) && !about.equals(DataSubject.PLATFORM)) {
            return new Copy(kept, null, null, Withheld.ABOUT_ANOTHER_PERSON);
        }
        if (kept.header().source().equals(OWN)) {
            return new Copy(kept, null, null, Withheld.PRIVILEGED);
        }
        return switch (kept.text()) {
            case StoredText.Legible(SaltedText text) ->
                new Copy(kept, text.text(), HexFormat.of().formatHex(text.salt()), null);
            case StoredText.StorageOnly _ -> new Copy(kept, null, null, Withheld.STORAGE_ONLY);
            case StoredText.Erased _ -> new Copy(kept, null, null, Withheld.ERASED);
            case StoredText.Damaged _ -> new Copy(kept, null, null, Withheld.DAMAGED);
        };
    }
}
