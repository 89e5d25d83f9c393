package io.mingshi.labels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SnifferTest {
    private static final int HOSTILE = 32_768;

    /// A text of one letter, which refuses to be read in large parts.
    private record Letters(long size, int last) implements Source {
        private static final int LARGEST_PART = 64 << 10;

        @Override
        public void read(long at, ByteBuffer into) {
            assertThat(into.remaining()).isLessThanOrEqualTo(LARGEST_PART);
            for (long place = at; into.hasRemaining(); place++) {
                into.put((byte) (place == size - 1 ? last : 'a'));
            }
        }

        @Override
        public byte[] bytes(long at, int length) throws IOException {
            assertThat(length).isLessThanOrEqualTo(LARGEST_PART);
            return Source.super.bytes(at, length);
        }
    }

    private static void expect(MediaType type, String text) {
        assertThat(MediaType.sniff(text.getBytes(UTF_8)))
                .as(text.substring(0, Math.min(80, text.length())))
                .contains(type);
    }

    private static byte[] tag(int version, int flags, int size) {
        return Samples.concat(
                Samples.latin1("ID3"),
                new byte[] {(byte) version, 0, (byte) flags, 0, 0, 0, (byte) size},
                new byte[size]);
    }

    @Test
    void aWebPageIsToldByItsFirstElement() {
        expect(MediaType.HTML, "<!DOCTYPE html><p>x");
        expect(MediaType.HTML, "\uFEFF \n<?xml version=\"1.0\"?>\n<!-- one --><!-- <two> -->\n<HTML lang=\"zh\">");
        expect(MediaType.HTML, "<!---->".repeat(2000) + "<body>");
        expect(MediaType.TEXT, "<p>x");
        expect(MediaType.TEXT, "<!-- <html>");
        expect(MediaType.TEXT, "x<html>");
        expect(MediaType.TEXT, "<header>");
    }

    @Test
    void frontMatterIsMarkdownOnlyIfItIsClosed() {
        expect(MediaType.MARKDOWN, "---\ntitle: x\n---\n");
        expect(MediaType.MARKDOWN, "\uFEFF--- \t\r\ntitle: x\r\n...\t");
        expect(MediaType.TEXT, "---\ntitle: x\n--- no\n");
        expect(MediaType.TEXT, "----\ntitle: x\n---\n");
        expect(MediaType.MARKDOWN, "---\ntitle: " + "题".repeat(15_000) + "\n---\n");
    }

    @Test
    void anObjectInBracesIsJson() {
        expect(MediaType.JSON, " { \"a\": 1 }\n\n");
        expect(MediaType.JSON, "{}");
        expect(MediaType.JSON, "{\"a\":\"" + "x".repeat(200_000) + "题\"}");
        expect(MediaType.TEXT, "{a}");
        expect(MediaType.TEXT, "{\"a\"");
    }

    @Test
    void textOfAnyShapeIsToldAtOnce() {
        String[] beginnings = {"", "<", "<?xml", "<!--", "<!doctype ", "---\n", "---\n---", "{"};
        String[] parts = {"<!---->", "<!--", "-->", " ", "\n", "---\n ", "--- \t", "<?xml>", "---", "\r\n"};
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            for (String beginning : beginnings) {
                for (String part : parts) {
                    String text = beginning + part.repeat(HOSTILE / part.length()) + "x";
                    assertThat(MediaType.sniff(text.getBytes(UTF_8))).isPresent();
                }
            }
        });
    }

    @Test
    void aLargeTextIsToldInSmallParts() throws IOException {
        assertThat(MediaType.sniff(new Letters(60_000_000, 'a'))).contains(MediaType.TEXT);
        assertThat(MediaType.sniff(new Letters(60_000_000, 0))).isEmpty();
        assertThat(MediaType.sniff(new Letters(60_000_000, 0xE9))).isEmpty();
    }

    @Test
    void charactersThatLieAcrossPartsAreRead() {
        expect(MediaType.TEXT, "a" + "\uD83D\uDE00".repeat(50_000));
        expect(MediaType.TEXT, "ab" + "题".repeat(50_000));
        byte[] cut = ("题".repeat(50_000)).getBytes(UTF_8);
        cut[cut.length - 1] = 'a';
        assertThat(MediaType.sniff(cut)).isEmpty();
    }

    @Test
    void flacBehindSeveralTagsIsFlac() {
        byte[] tags = Samples.concat(tag(3, 0, 40), tag(4, 0x10, 7), new byte[10], tag(2, 0, 0));
        assertThat(MediaType.sniff(Samples.concat(tags, Samples.latin1("fLaC"))))
                .contains(MediaType.FLAC);
        assertThat(MediaType.sniff(Samples.concat(tags, new byte[4]))).contains(MediaType.MP3);
        byte[] endless = new byte[0];
        for (int i = 0; i < 40; i++) {
            endless = Samples.concat(endless, tag(3, 0, 0));
        }
        assertThat(MediaType.sniff(endless)).contains(MediaType.MP3);
    }
}
