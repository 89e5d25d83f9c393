package io.mingshi.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;

/// Screens made-up Chinese text against made-up terms, beside decoding, searching and copying the same text.
///
/// Time is that of the processor, so that other work on the machine counts as little as possible. Characters are
/// drawn so that few are frequent, as in real texts; terms have two to six, drawn evenly, so that a match is rare as
/// in ordinary texts. Everything is to be reviewed, so that the scan goes on after a match.
final class ScreeningBenchmark {
    private static final int CHARACTERS = 3500;
    private static final int ROUNDS = 7;

    private final Random random = new Random(7);
    private final double megabytes;
    private final String text;
    private final byte[] bytes;

    private ScreeningBenchmark(int megabytes) {
        this.text = text(megabytes * 1_000_000 / 3);
        this.bytes = text.getBytes(UTF_8);
        this.megabytes = bytes.length / 1e6;
    }

    public static void main(String[] arguments) {
        int terms = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var benchmark = new ScreeningBenchmark(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60);
        benchmark.run(terms);
    }

    private void run(int terms) {
        long begin = cpuTime();
        Screener screener = Screener.of(rules(terms));
        System.out.printf(
                Locale.ROOT,
                "%,d terms compiled in %.2f s; %.0f MB of UTF-8 on one thread, best of %d%n",
                terms,
                (cpuTime() - begin) / 1e9,
                megabytes,
                ROUNDS);
        double copy = measure("copy the bytes", () -> bytes.clone().length);
        measure("decode UTF-8", () -> new String(bytes, UTF_8).length());
        measure("String.indexOf of one absent term", () -> text.indexOf("某某某某某"));
        measure("one table look-up a character", () -> lookUps(text));
        double screen =
                measure("screen, whole text", () -> screener.screen(text).hashCode());
        measure("screen, stream in pieces of 16", () -> stream(screener));
        System.out.printf(Locale.ROOT, "screening runs at 1/%.0f of a copy in memory%n", copy / screen);
    }

    private double measure(String what, LongSupplier work) {
        double best = 0;
        long result = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long begin = cpuTime();
            result += work.getAsLong();
            best = Math.max(best, megabytes / ((cpuTime() - begin) / 1e9));
        }
        System.out.printf(Locale.ROOT, "%,10.0f MB/s  %s (%d)%n", best, what, result & 1);
        return best;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long lookUps(String text) {
        char[] table = new char[1 << 16];
        long sum = 0;
        for (char character : text.toCharArray()) {
            sum += table[character];
        }
        return sum;
    }

    private long stream(Screener screener) {
        StreamScreener stream = screener.stream();
        long released = 0;
        for (int i = 0; i < text.length(); i += 16) {
            released += stream.push(text.substring(i, Math.min(text.length(), i + 16)))
                    .length();
        }
        return released + stream.finish().length();
    }

    private List<Rule> rules(int terms) {
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < terms; i++) {
            var term = new StringBuilder();
            int length = 2 + random.nextInt(5);
            for (int k = 0; k < length; k++) {
                term.append((char) (0x4E00 + random.nextInt(CHARACTERS) * 5));
            }
            rules.add(new Rule(
                    "R-" + i, "A.1-1", new Sought.Term(term.toString(), false), Action.REVIEW, Audience.EVERYBODY));
        }
        return rules;
    }

    private String text(int length) {
        var made = new StringBuilder(length);
        while (made.length() < length) {
            int sentence = 6 + random.nextInt(20);
            for (int i = 0; i < sentence; i++) {
                made.append(character());
            }
            made.append(random.nextInt(3) == 0 ? '。' : '，');
        }
        return made.toString();
    }

    /// The more frequent the character, the smaller the draw to the power of three.
    private char character() {
        double draw = random.nextDouble();
        return (char) (0x4E00 + (int) (CHARACTERS * draw * draw * draw) * 5);
    }
}
