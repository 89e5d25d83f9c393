package io.mingshi.consent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PasscodeTest {
    @Property(tries = 300)
    void theWordsReadBackInEitherLanguage() {
        Passcode passcode = Passcode.next();
        assertThat(Passcode.typed(passcode.chinese())).map(Passcode::canonical).contains(passcode.canonical());
        assertThat(Passcode.typed(passcode.english())).map(Passcode::canonical).contains(passcode.canonical());
    }

    @Property
    void anythingElseIsNoPasscodeAndNoFault(@ForAll String typed) {
        assertThat(Passcode.typed(typed)).isEmpty();
    }

    @Example
    void moreOrFewerWordsAreNone() {
        assertThat(Passcode.typed("apple apple")).isEmpty();
        assertThat(Passcode.typed("apple apple apple apple")).isEmpty();
        assertThat(Passcode.typed("苹果苹果")).isEmpty();
        assertThat(Passcode.typed("apple, apple. APPLE")).isPresent();
    }

    @Example
    void noWordStandsTwiceAndBothLanguagesHaveAsMany() {
        assertThat(Passcode.vocabulary())
                .allSatisfy(language -> assertThat(language).hasSize(64).doesNotHaveDuplicates());
        assertThat(Passcode.vocabulary().getFirst()).allMatch(word -> word.length() == 2);
    }
}
