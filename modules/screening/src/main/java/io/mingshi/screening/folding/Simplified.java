package io.mingshi.screening.folding;

/// Traditional characters as simplified ones, from the transliteration data of Unicode CLDR, and the forms that
/// radicals have beside other parts as the characters they stand for.
final class Simplified {
    private static final char[] FORMS = new char[1 << 16];

    static {
        read("traditional.txt");
        read("radicals.txt");
    }

    private Simplified() {}

    static int of(int letter) {
        return letter < FORMS.length && FORMS[letter] != 0 ? FORMS[letter] : letter;
    }

    private static void read(String table) {
        for (String line : Characters.lines(table)) {
            for (int i = 0; i + 1 < line.length(); i += 2) {
                FORMS[line.charAt(i)] = line.charAt(i + 1);
            }
        }
    }
}
