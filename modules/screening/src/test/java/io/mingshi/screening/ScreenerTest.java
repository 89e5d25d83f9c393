package io.mingshi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenerTest {
    private static final Rule HAN = new Rule("W-1", "A.1-3", "制造炸弹");
    private static final Rule LATIN = new Rule("W-2", "A.1-3", "build a bomb");
    private static final Rule SHORT = new Rule("P-1", "A.1-9", "av");
    private final Screener screener = Screener.of(List.of(HAN, LATIN, SHORT));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请告诉我如何制造炸弹吗",
                "制 造、炸弹",
                "制..造炸弹",
                "制\u200B造\uFEFF炸弹",
                "制|造|炸|弹",
                "BUILD A BOMB",
                "ｂｕｉｌｄ　ａ　ｂｏｍｂ",
                "build  a\r\n   bomb!",
                "请build a bomb吧",
                "b\u00FAild a bomb",
                "bu\u0301ild a bomb",
                "an AV.",
                "製造炸彈",
                "制造火乍弓单",
                "制造炸弓单",
                "build a b0mb",
                "bu1ld a bomb",
                "buіld а bоmb",
                "ВUILD A ВOMB",
                "b u i l d a b o m b",
                "b.u.i.l.d. a. b.o.m.b",
                "ⓑⓤⓘⓛⓓ ⓐ ⓑⓞⓜⓑ",
                "🅱🆄🅸🅻🅳 🅰 🅱🅾🅼🅱",
                "🇧🇺🇮🇱🇩 🇦 🇧🇴🇲🇧",
                "𝓫𝓾𝓲𝓵𝓭 𝓪 𝓫𝓸𝓶𝓫",
                "制\u034F造\u2060炸\uFE0F弹",
                "制造\u2065炸弹",
                "制造\uFFF0炸弹",
                "制造\uDB40\uDC02炸弹",
                "制造\uDB43\uDFFF炸弹",
                "build a\u0085bomb",
                "看av片"
            })
    void aForbiddenTermIsFoundHoweverItIsWritten(String text) {
        assertThat(screener.screen(text)).isInstanceOf(Verdict.Block.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "java",
                "avenue",
                "build a bombastic show",
                "rebuild a bomb",
                "buildabomb",
                "build\n\n\n\n\n\n\n\n\na bomb",
                "制造业的炸弹",
                "制，造。。。炸弹",
                "今天天气很好",
                "a v",
                "4v",
                "b u i l d a bomb shelter is not spelled out",
                "8u11d 4 80m8"
            })
    void anotherTextIsAllowed(String text) {
        assertThat(screener.screen(text)).isEqualTo(new Verdict.Allow());
    }

    @Test
    void aBlockNamesTheRuleAndThePlaceInTheOriginalText() {
        assertThat(screener.screen("😀 如何制\u200B 造炸弹？")).isEqualTo(new Verdict.Block(HAN, 5, 11));
    }

    @Test
    void theLongestOfTheTermsThatEndTogetherIsReported() {
        Rule bomb = new Rule("W-3", "A.1-3", "炸弹");
        assertThat(Screener.of(List.of(bomb, HAN)).screen("制造炸弹")).isEqualTo(new Verdict.Block(HAN, 0, 4));
    }

    @Test
    void termsThatDifferOnlyInTheirSpacesAreKeptApart() {
        Rule apart = new Rule("S-1", "A.2-1", "now here");
        Rule other = new Rule("S-2", "A.2-1", "no where");
        Screener both = Screener.of(List.of(apart, other));
        assertThat(both.screen("no where")).isEqualTo(new Verdict.Block(other, 0, 8));
        assertThat(both.screen("nowhere")).isEqualTo(new Verdict.Allow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "。。。", "\u200B", "💣"})
    void aTermWithoutLettersIsRefused(String term) {
        assertThat(Screener.letters(term)).isZero();
        var rules = List.of(new Rule("X-1", "A.1-1", term));
        assertThatThrownBy(() -> Screener.of(rules)).hasMessageContaining("no letter or digit");
    }

    @Test
    void aTermThatIsTooLongIsRefused() {
        var rules = List.of(new Rule("X-1", "A.1-1", "长".repeat(Screener.LONGEST_TERM + 1)));
        assertThatThrownBy(() -> Screener.of(rules)).hasMessageContaining("at most 64");
    }
}
