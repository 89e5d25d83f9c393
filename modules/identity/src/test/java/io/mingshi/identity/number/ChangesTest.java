package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberKind.CREDIT_CODE;
import static io.mingshi.identity.number.Vectors.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Both check characters find every single change and every swap of neighbours: there are no exceptions to report.
class ChangesTest {
    private static final String DIGITS = "0123456789X";
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @Requirement("IDN-1")
    @CsvSource({
        "RESIDENT_ID,11010519491231002X",
        "RESIDENT_ID,000000190001010017",
        "RESIDENT_ID,99999919000101004X",
        "RESIDENT_ID,999999200002290027",
        "RESIDENT_ID,110000190001010012",
        "PERMIT,81000019980902013X",
        "PERMIT,830000190001010038",
        "FOREIGN_RESIDENT,911124198108030024",
        "FOREIGN_RESIDENT,931840190001010010",
        "CREDIT_CODE,91110000600037341L",
        "CREDIT_CODE,91000000000000000K",
        "CREDIT_CODE,93999999MA0000X07P",
    })
    void everyChangedCharacterAndEverySwapOfNeighboursIsRefused(NumberKind kind, String number) {
        assertThat(changes(number, kind == CREDIT_CODE ? CODE : DIGITS))
                .hasSizeGreaterThan(17 * 9)
                .allSatisfy(changed -> assertThat(inspect(kind, changed).refusal())
                        .as(changed)
                        .map(Finding::check)
                        .hasValueSatisfying(check -> assertThat(check).isIn(NumberCheck.FORMAT, NumberCheck.CHECKSUM)));
    }

    private static Stream<String> changes(String number, String alphabet) {
        Stream<String> changed = IntStream.range(0, number.length())
                .boxed()
                .flatMap(i ->
                        alphabet.chars().mapToObj(c -> number.substring(0, i) + (char) c + number.substring(i + 1)));
        Stream<String> swapped = IntStream.range(0, number.length() - 1)
                .mapToObj(i ->
                        number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2));
        return Stream.concat(changed, swapped).filter(other -> !other.equals(number));
    }
}
