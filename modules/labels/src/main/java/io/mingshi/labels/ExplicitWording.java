package io.mingshi.labels;

import java.util.regex.Pattern;

/// Decides whether words make an explicit label: they need an AI element and a generation element.
///
/// GB 45438-2025 prescribes no sentence, only that `人工智能` or `AI` stands with `生成` or `合成`. `AI` counts as a word
/// of its own: the one inside `AIGC` does not.
public final class ExplicitWording {
    private static final Pattern AI_ELEMENT = Pattern.compile("人工智能|(?<![A-Za-z0-9])AI(?![A-Za-z0-9])");
    private static final Pattern GENERATION_ELEMENT = Pattern.compile("生成|合成");

    private ExplicitWording() {}

    /// Whether both elements are in the text.
    public static boolean conforms(String text) {
        return AI_ELEMENT.matcher(text).find()
                && GENERATION_ELEMENT.matcher(text).find();
    }
}
