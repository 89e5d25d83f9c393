package io.mingshi.demo;

import io.mingshi.client.Answer;
import io.mingshi.client.Logins;
import io.mingshi.client.Platform;
import io.mingshi.client.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// What the steps share: the platform as each person sees it, the checks, the output folder and what was learned.
final class Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Platform platform;
    private final StackFile stack;
    private final Logins logins;
    private final Path output;
    private final Narrator narrator;
    private final Map<Fact, String> learned = new ConcurrentHashMap<>();

    /// Something that an earlier step found out and a later one needs.
    enum Fact {
        API_KEY,
        WORK,
        CONSENT,
        LINK,
        VISIT,
        RECEIPT,
        TICKET,
        TICKET_SECRET,
        PUBLIC_ADDRESS
    }

    Scene(Platform platform, StackFile stack, Path output, Narrator narrator) {
        this.platform = platform;
        this.stack = stack;
        this.logins = new Logins(stack);
        this.output = output;
        this.narrator = narrator;
    }

    Narrator narrator() {
        return narrator;
    }

    Path output() {
        return output;
    }

    /// The platform as somebody sees it who is not logged in.
    Platform stranger() {
        return platform;
    }

    /// The platform as a logged-in person sees it.
    Platform person(String name) throws IOException {
        return platform.as(logins.of(name));
    }

    /// The password of a person of the demonstration.
    String password(String name) {
        return stack.get("people." + name);
    }

    /// The code in the last message to a telephone; the local stack's sandbox shows it, since it sends none. Empty when
    /// there is none.
    String lastCode(String mobile) throws IOException {
        Answer last =
                platform.as(stack.get("authority.key")).get(stack.get("authority.url") + "/v1/text-messages/" + mobile);
        return last.json().path("message").path("parameters").path("code").asText();
    }

    /// The code that follows an earlier one: it is sent after the request for it is answered.
    String codeAfter(String mobile, String earlier) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        String code = lastCode(mobile);
        while (code.equals(earlier) && Instant.now().isBefore(end)) {
            pause();
            code = lastCode(mobile);
        }
        check(!code.equals(earlier), "and arrives", "after " + PATIENCE.toSeconds() + " s no new message is there");
        return code;
    }

    /// The platform as a program with Alice's API key sees it.
    Platform program() {
        return platform.as(recall(Fact.API_KEY));
    }

    void learn(Fact fact, String value) {
        if (value.isEmpty()) {
            throw new DoesNotHold("does not hold: the answer names the " + words(fact));
        }
        learned.put(fact, value);
    }

    String recall(Fact fact) {
        String value = learned.get(fact);
        if (value == null) {
            throw new DoesNotHold("no earlier step has found the " + words(fact));
        }
        return value;
    }

    /// @param seen what is the case instead, when it does not hold
    void check(boolean holds, String what, String seen) {
        if (!holds) {
            throw new DoesNotHold("does not hold: " + what + " (" + seen + ")");
        }
        narrator.holds(what);
    }

    void checkStatus(Answer answer, int expected, String what) {
        check(answer.status() == expected, what, shown(answer));
    }

    /// Asks until the answer is as wanted: what follows from an event follows soon, not at once.
    Answer await(String what, Question question, Predicate<Answer> wanted) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        Answer answer = question.ask();
        while (!wanted.test(answer) && Instant.now().isBefore(end)) {
            pause();
            answer = question.ask();
        }
        check(wanted.test(answer), what, "after " + PATIENCE.toSeconds() + " s " + shown(answer));
        return answer;
    }

    void keep(String file, byte[] content) throws IOException {
        Files.write(output.resolve(file), content);
        narrator.holds("kept as " + file);
    }

    /// What an earlier step kept.
    byte[] kept(String file) throws IOException {
        return Files.readAllBytes(output.resolve(file));
    }

    /// One request that may be repeated.
    interface Question {
        Answer ask() throws IOException;
    }

    private static String shown(Answer answer) {
        String text = answer.detail().isEmpty() ? answer.text() : answer.detail();
        String begin = text.substring(0, Math.min(200, text.length()));
        return "it answers " + answer.status() + " " + answer.problem() + ": " + begin;
    }

    private static String words(Fact fact) {
        return fact.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting", e);
        }
    }
}
