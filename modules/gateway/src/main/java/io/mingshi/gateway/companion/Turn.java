package io.mingshi.gateway.companion;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What companionship makes of one request.
///
/// @param session to which it belongs; empty where the model is no companion, and where the session has
///     just ended
/// @param notice what the person is told before anything else
/// @param foreword the notice in the person's language; empty where nothing is told
/// @param reply what is answered in the model's place; empty where the model answers
public record Turn(Optional<Session> session, Optional<Notice> notice, String foreword, Optional<Reply> reply) {
    /// Of a model that is no companion.
    public static final Turn NONE = new Turn(Optional.empty(), Optional.empty(), "", Optional.empty());

    static Turn of(Session session, Optional<Notice> notice, Language language) {
        return new Turn(
                Optional.of(session),
                notice,
                notice.map(one -> one.foreword(language)).orElse(""),
                Optional.empty());
    }

    Turn answered(Reply instead) {
        return new Turn(session, notice, foreword, Optional.of(instead));
    }

    static Turn ended(Reply goodbye) {
        return NONE.answered(goodbye);
    }

    /// The same for programs, such as `notice=start` or `notice=start, reply=help`; empty where there is
    /// nothing to say.
    public String header() {
        return Stream.concat(
                        notice.stream().map(one -> "notice=" + one.name().toLowerCase(Locale.ROOT)),
                        reply.stream().map(one -> "reply=" + one.kind().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
