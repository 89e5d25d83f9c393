package io.mingshi.screening.folding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The tables that ship are what the Unicode data of ICU say; `-Dmingshi.write=tables` writes them anew.
class TablesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/mingshi/screening/folding");
    private static final String SOURCE = "From the data of Unicode CLDR and ICU 76.1, Copyright Unicode, Inc.,"
            + " Unicode License V3 (https://www.unicode.org/license.txt).";
    private static final Set<UnicodeScript> ALIKE = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC,
            UnicodeScript.LISU);

    @Test
    void traditionalCharactersAreThoseOfUnicode() throws IOException {
        Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
        check("traditional.txt", "Traditional and simplified characters in turn.", pairs(han(), letter -> {
            String simple = simplify.transliterate(Character.toString(letter));
            return simple.length() == 1 ? simple.charAt(0) : letter;
        }));
    }

    @Test
    void lookAlikesAreThoseOfUnicode() throws IOException {
        SpoofChecker checker = new SpoofChecker.Builder().build();
        IntStream letters = IntStream.range(0x80, 0x10000)
                .filter(Character::isLetter)
                .filter(letter -> ALIKE.contains(UnicodeScript.of(letter)))
                .filter(letter -> Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                                .codePointAt(0)
                        >= 0x80);
        check("lookalikes.txt", "A letter and the Latin letter that it looks like, in turn.", pairs(letters, letter -> {
            String skeleton = checker.getSkeleton(Character.toString(letter));
            boolean latin =
                    skeleton.length() == 1 && skeleton.charAt(0) < 0x80 && Character.isLetter(skeleton.charAt(0));
            if (!latin) {
                return letter;
            }
            // UTS #39 writes the capital I as l
            boolean capital = skeleton.equals("l") && Character.isUpperCase(letter);
            return capital ? 'i' : Character.toLowerCase(skeleton.charAt(0));
        }));
    }

    @Test
    void readingsAreThoseOfUnicode() throws IOException {
        Transliterator read = Transliterator.getInstance("Han-Latin");
        var syllables = new TreeMap<String, StringBuilder>();
        IntStream.rangeClosed(0x4E00, 0x9FA5).forEach(letter -> {
            String marked = Normalizer.normalize(read.transliterate(Character.toString(letter)), Normalizer.Form.NFC);
            String syllable = Normalizer.normalize(marked.replaceAll("[ǖǘǚǜü]", "v"), Normalizer.Form.NFD)
                    .replaceAll("\\p{Mn}", "");
            if (syllable.matches("[a-z]{1,6}")) {
                syllables.computeIfAbsent(syllable, _ -> new StringBuilder()).appendCodePoint(letter);
            }
        });
        var lines = new ArrayList<String>();
        syllables.forEach((syllable, letters) -> lines.add(syllable + " " + letters));
        check("pinyin.txt", "A syllable and the characters that are usually read so.", lines);
    }

    private static IntStream han() {
        return IntStream.range(0x3400, 0x10000).filter(letter -> UnicodeScript.of(letter) == UnicodeScript.HAN);
    }

    private static List<String> pairs(IntStream letters, IntUnaryOperator other) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        letters.filter(letter -> other.applyAsInt(letter) != letter).forEach(letter -> {
            line.appendCodePoint(letter).appendCodePoint(other.applyAsInt(letter));
            if (line.length() >= 100) {
                lines.add(line.toString());
                line.setLength(0);
            }
        });
        lines.add(line.toString());
        return lines;
    }

    private static void check(String table, String what, List<String> lines) throws IOException {
        String text = "# " + what + "\n# " + SOURCE + "\n" + String.join("\n", lines) + "\n";
        if ("tables".equals(System.getProperty("mingshi.write"))) {
            Files.writeString(FOLDER.resolve(table), text);
        }
        assertThat(FOLDER.resolve(table)).content().isEqualTo(text);
    }
}
