package io.mingshi.identity.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import org.junit.jupiter.api.Test;

class MaskingTest {
    @Test
    @Requirement("IDN-5")
    void aNumberShowsThreeCharactersAndTwo() {
        assertThat(Masking.number("11010519491231002X")).isEqualTo("110*************2X");
        assertThat(Masking.number("1234567")).isEqualTo("*******");
    }

    @Test
    void aNameShowsItsFirstCharacter() {
        assertThat(Masking.name("张三丰")).isEqualTo("张**");
        assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masking.name("张")).isEqualTo("张*");
    }
}
