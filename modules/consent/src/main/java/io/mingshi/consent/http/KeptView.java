package io.mingshi.consent.http;

import io.mingshi.consent.Consent;
import io.mingshi.consent.Guardian;
import io.mingshi.consent.visit.ForgetVisitor;
import io.mingshi.consent.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept of a visitor, in plain words.
///
/// @param erasable what goes at the visitor's wish
/// @param storageOnly what stays, and why: nothing else is done with it
record KeptView(String state, List<Item> erasable, List<Item> storageOnly) {
    private static final Words PROOF = new Words(
            "用于证明未经单独同意不得编辑（个人信息保护法第四十七条、第六十九条）；仅存储，不作其他处理",
            "shows that nothing is edited without separate consent (PIPL arts. 47, 69); stored, and not otherwise used");

    /// @param value as kept; null where there is nothing to show
    /// @param why null of what is erasable
    record Item(
            Words what, @Nullable String value, @Nullable Words why) {}

    record Words(String zh, String en) {}

    static KeptView of(ForgetVisitor.Kept kept) {
        Visit visit = kept.visit();
        return new KeptView(
                ConsentView.state(kept.consent()),
                visit == null ? List.of() : erasable(visit),
                storageOnly(kept.consent()));
    }

    private static List<Item> erasable(Visit visit) {
        var visitor = visit.visitor();
        List<Item> items = new ArrayList<>();
        items.add(erasable("核验方式", "how you were verified", visitor.assurance().name()));
        items.add(erasable("核验机构的编号", "the authority's number of the check", visitor.reference()));
        items.add(erasable("核验时间", "when", visitor.verifiedAt().toString()));
        items.add(erasable(
                "您的化名", "your pseudonym on this page", visitor.depicted().value()));
        Guardian guardian = visitor.guardian();
        if (guardian != null) {
            items.add(erasable(
                    "监护人的化名", "the guardian's pseudonym", guardian.person().value()));
        }
        if (visit.awaitedCheck() != null || visit.awaitsGuardianship()) {
            items.add(erasable("待人工核对的事项", "what waits for an officer", visit.awaitedCheck()));
        }
        return List.copyOf(items);
    }

    private static List<Item> storageOnly(Consent consent) {
        List<Item> items = new ArrayList<>();
        items.add(stored("该链接所属的化名", "the pseudonym that the link belongs to", null));
        String hash = ConsentView.evidenceHash(consent);
        if (hash != null) {
            items.add(stored("您的答复及所示告知书", "your answer with the notice as shown", "sha256:" + hash));
        }
        items.add(stored("上述步骤的记录（只有化名）", "records of the steps above, by pseudonym", null));
        return List.copyOf(items);
    }

    private static Item erasable(String zh, String en, @Nullable String value) {
        return new Item(new Words(zh, en), value, null);
    }

    private static Item stored(String zh, String en, @Nullable String value) {
        return new Item(new Words(zh, en), value, PROOF);
    }
}
