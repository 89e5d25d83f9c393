package io.mingshi.consent.visit;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Three words that are made for one visit, in Chinese and English.
///
/// The chance to guess one is 1 in 64³, about 262,000; a link takes [Challenge#MOST_WRONG] wrong answers.
public final class Passcode {
    static final int WORDS = 3;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、。.·-]+");
    private static final int MOST_TYPED = 100;

    private static final List<String> CHINESE = List.of(
            "星空", "小桥", "青山", "白云", "大海", "春风", "秋叶", "冬雪", "夏雨", "月光", "太阳", "河流", "森林", "草原", "沙漠", "湖泊", "苹果", "香蕉",
            "葡萄", "西瓜", "桃子", "樱桃", "橘子", "核桃", "老虎", "熊猫", "骆驼", "海豚", "燕子", "蝴蝶", "蜻蜓", "松鼠", "铅笔", "书包", "钥匙", "雨伞",
            "茶杯", "窗户", "桌子", "灯笼", "钢琴", "风筝", "气球", "镜子", "火车", "飞机", "轮船", "马车", "面包", "牛奶", "豆腐", "米饭", "蜂蜜", "花生",
            "竹笋", "莲藕", "红色", "蓝色", "绿色", "黄色", "早晨", "黄昏", "春天", "秋天");

    private static final List<String> ENGLISH = List.of(
            "stars",
            "bridge",
            "mountain",
            "cloud",
            "ocean",
            "breeze",
            "leaf",
            "snow",
            "rain",
            "moon",
            "sun",
            "river",
            "forest",
            "meadow",
            "desert",
            "lake",
            "apple",
            "banana",
            "grape",
            "melon",
            "peach",
            "cherry",
            "orange",
            "walnut",
            "tiger",
            "panda",
            "camel",
            "dolphin",
            "swallow",
            "butterfly",
            "dragonfly",
            "squirrel",
            "pencil",
            "satchel",
            "key",
            "umbrella",
            "teacup",
            "window",
            "table",
            "lantern",
            "piano",
            "kite",
            "balloon",
            "mirror",
            "train",
            "plane",
            "ship",
            "carriage",
            "bread",
            "milk",
            "tofu",
            "rice",
            "honey",
            "peanut",
            "bamboo",
            "lotus",
            "red",
            "blue",
            "green",
            "yellow",
            "morning",
            "dusk",
            "spring",
            "autumn");

    private final int[] words;

    private Passcode(int[] words) {
        this.words = words;
    }

    /// The words of each language, in the same order.
    static List<List<String>> vocabulary() {
        return List.of(CHINESE, ENGLISH);
    }

    static Passcode next() {
        return new Passcode(RANDOM.ints(WORDS, 0, CHINESE.size()).toArray());
    }

    /// What a person typed or said, in either language, with or without marks between the words.
    ///
    /// @return empty when it is not three words that we know
    static Optional<Passcode> typed(String text) {
        if (text.length() > MOST_TYPED) {
            return Optional.empty();
        }
        int[] words = Arrays.stream(BETWEEN.split(text.strip().toLowerCase(Locale.ROOT), -1))
                .flatMapToInt(Passcode::numbers)
                .limit(WORDS + 1L)
                .toArray();
        boolean whole = words.length == WORDS && IntStream.of(words).allMatch(word -> word >= 0);
        return whole ? Optional.of(new Passcode(words)) : Optional.empty();
    }

    /// The numbers of one word, or of Chinese words that were typed without a gap; -1 for one that we do not know.
    private static IntStream numbers(String typed) {
        int english = ENGLISH.indexOf(typed);
        if (english >= 0 || typed.length() % 2 == 1) {
            return IntStream.of(english);
        }
        return IntStream.range(0, typed.length() / 2).map(i -> CHINESE.indexOf(typed.substring(2 * i, 2 * i + 2)));
    }

    public String chinese() {
        return spoken(CHINESE);
    }

    public String english() {
        return spoken(ENGLISH);
    }

    /// The same for the same words, in whichever language they were typed.
    String canonical() {
        return Arrays.toString(words);
    }

    private String spoken(List<String> language) {
        return String.join(" ", IntStream.of(words).mapToObj(language::get).toList());
    }

    /// Hides the words, so that a log line cannot show them.
    @Override
    public String toString() {
        return "Passcode[hidden]";
    }
}
