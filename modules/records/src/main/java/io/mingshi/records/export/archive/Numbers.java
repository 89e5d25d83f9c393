package io.mingshi.records.export.archive;

/// Numbers from outside.
public final class Numbers {
    private static final int DIGITS = 18;

    private Numbers() {}

    /// A decimal number of at most 18 digits in its one form.
    public static long parse(String text) {
        boolean good = !text.isEmpty()
                && text.length() <= DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        if (!good) {
            throw NotVerified.because("a number in the export is not one", "导出文件中的一个数字不是有效数字");
        }
        return Long.parseLong(text);
    }
}
