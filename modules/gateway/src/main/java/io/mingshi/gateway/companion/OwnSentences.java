package io.mingshi.gateway.companion;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What is said in a companion's place.
@Singleton
class OwnSentences {
    private static final String GOODBYE_CHINESE = "对话已结束。再次发送消息将开始新的对话。";
    private static final String GOODBYE_ENGLISH = "The conversation has ended. Your next message begins a new one.";
    private static final String HELP_CHINESE =
            "听到您这样说，我们很担心您。我是人工智能，无法替代真人的帮助，工作人员已收到通知。" + "请现在就联系您信任的人，或拨打全国统一心理援助热线12356；如有生命危险，请立即拨打120或110。";
    private static final String HELP_ENGLISH = "We are worried about you. I am an AI and cannot replace a human's help;"
            + " our staff has been told. Please talk to somebody you trust now, or call 12356, the psychological aid line"
            + " in China; if life is in danger, call 120 or 110 at once.";

    private final String helpChinese;
    private final String helpEnglish;

    OwnSentences(
            @ConfigProperty(name = "mingshi.gateway.companion.help.zh") Optional<String> helpChinese,
            @ConfigProperty(name = "mingshi.gateway.companion.help.en") Optional<String> helpEnglish) {
        this.helpChinese = helpChinese.orElse(HELP_CHINESE);
        this.helpEnglish = helpEnglish.orElse(HELP_ENGLISH);
    }

    String goodbye(Language language) {
        return switch (language) {
            case CHINESE -> GOODBYE_CHINESE;
            case ENGLISH -> GOODBYE_ENGLISH;
        };
    }

    String help(Language language) {
        return switch (language) {
            case CHINESE -> helpChinese;
            case ENGLISH -> helpEnglish;
        };
    }
}
