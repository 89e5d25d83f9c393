package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberKind.FOREIGN_RESIDENT;
import static io.mingshi.identity.number.NumberKind.PERMIT;
import static io.mingshi.identity.number.NumberKind.RESIDENT_ID;
import static io.mingshi.identity.number.Vectors.failed;
import static io.mingshi.identity.number.Vectors.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumberTest {
    @ParameterizedTest
    @Requirement("IDN-1")
    @CsvSource(
            delimiter = '|',
            value = {
                "11010519491231002X |",
                "440524188001010014 | AGE",
                "360426199101010071 |",
                "33010219200403064X |",
                "33010219200403064x |",
                "150102880730303    |",
                "000000190001010017 | AREA",
                "99999919000101004X | AREA",
                "999999200002290027 | AREA",
                "999999190002290012 | AREA DATE",
                "999999209901010018 | AREA FUTURE",
                "110000190001010012 |",
                "110000190001010020 |",
                "110105194912310021 | CHECKSUM",
                "11010519491231002  | FORMAT",
                "1101051949123100XX | FORMAT",
            })
    void aResidentNumberFailsTheseChecks(String number, String checks) {
        assertThat(failed(RESIDENT_ID, number)).isEqualTo(named(checks));
    }

    @ParameterizedTest
    @Requirement({"IDN-1", "IDN-4"})
    @CsvSource(
            delimiter = '|',
            value = {
                "81000019980902013X |",
                "820000200009100032 |",
                "830000200209060065 |",
                "810000190001010018 |",
                "820000190001010028 |",
                "830000190001010038 |",
                "830000200209060066 | CHECKSUM",
                "11010519491231002X | AREA",
                "H12345678          |",
                "M1234567890        |",
                "12345678           |",
                "H1234567           | FORMAT",
            })
    void aPermitFailsTheseChecks(String number, String checks) {
        assertThat(failed(PERMIT, number)).isEqualTo(named(checks));
    }

    @ParameterizedTest
    @Requirement({"IDN-1", "IDN-4"})
    @CsvSource(
            delimiter = '|',
            value = {
                "911124198108030024 |",
                "932682198501010017 |",
                "931840190001010010 |",
                "911000190001010012 | NATIONALITY",
                "911124198108030025 | CHECKSUM",
                "CAN110012345678    |",
                "811124198108030024 | FORMAT",
            })
    void aForeignResidentNumberFailsTheseChecks(String number, String checks) {
        assertThat(failed(FOREIGN_RESIDENT, number)).isEqualTo(named(checks));
    }

    @Test
    @Requirement("IDN-1")
    void anOldNumberIsReadInItsPresentForm() {
        assertThat(inspect(RESIDENT_ID, "150102880730303").number()).isEqualTo("150102198807303035");
    }

    @ParameterizedTest
    @Requirement("IDN-3")
    @ValueSource(strings = {"11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "１１０１０５１９４９１２３１００２ｘ", " 11010519491231002X　"})
    void spellingsOfOneNumberAreNormalisedToOne(String typed) {
        assertThat(inspect(RESIDENT_ID, typed).number()).isEqualTo("11010519491231002X");
        assertThat(failed(RESIDENT_ID, typed)).isEmpty();
    }

    @ParameterizedTest
    @Requirement("IDN-4")
    @CsvSource({
        "81000019980902013X,PERMIT",
        "H12345678,PERMIT",
        "911124198108030024,FOREIGN_RESIDENT",
        "CAN110012345678,FOREIGN_RESIDENT",
        "11010519491231002X,RESIDENT_ID",
        "150102880730303,RESIDENT_ID",
        "nonsense,RESIDENT_ID",
    })
    void aNumberSaysWhichDocumentItIs(String number, NumberKind kind) {
        assertThat(NumberKind.ofDocument(number)).isEqualTo(kind);
    }

    @Test
    void theBirthDateIsReadFromTheNumber() {
        assertThat(inspect(RESIDENT_ID, "11010519491231002X").birthDate()).contains(LocalDate.of(1949, 12, 31));
    }

    @Test
    void theAgeEndsWithTheDayOnWhichItBecomesImplausible() {
        String number = "110000190001010012";
        assertThat(NumberInspector.inspect(RESIDENT_ID, number, LocalDate.of(2029, 12, 31))
                        .refusal())
                .isEmpty();
        assertThat(NumberInspector.inspect(RESIDENT_ID, number, LocalDate.of(2030, 1, 1))
                        .refusal())
                .map(Finding::check)
                .contains(NumberCheck.AGE);
    }

    static List<NumberCheck> named(String checks) {
        return checks == null
                ? List.of()
                : Arrays.stream(checks.split(" ")).map(NumberCheck::valueOf).toList();
    }
}
