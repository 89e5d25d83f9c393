package io.mingshi.gateway.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GroupTest {
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<List<Integer>> rounds = Collections.synchronizedList(new ArrayList<>());
    private final Group<Integer, String> group = new Group<>(this::together);

    /// The first round waits; a round of several in which there is a negative number fails, and so does that number.
    private List<String> together(List<Integer> wishes) {
        rounds.add(wishes);
        begun.countDown();
        pass(open);
        if (wishes.stream().anyMatch(wish -> wish < 0)) {
            throw new IllegalStateException("not " + wishes);
        }
        return wishes.stream().map(wish -> "did " + wish).toList();
    }

    @Test
    void whoComesAloneIsServedInItsOwnThread() {
        open.countDown();
        var alone = new Group<Integer, Thread>(_ -> List.of(Thread.currentThread()));

        assertThat(alone.join(1)).isSameAs(Thread.currentThread());
    }

    @Test
    void whoComesWhileARoundIsUnderWaySharesTheNext() throws Exception {
        List<Future<String>> answers = oneThen(List.of(2, 3, 4));

        assertThat(answers.get(0).get()).isEqualTo("did 1");
        assertThat(answers.get(1).get()).isEqualTo("did 2");
        assertThat(answers.get(3).get()).isEqualTo("did 4");
        assertThat(rounds).hasSize(2);
        assertThat(rounds.getLast()).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void theFailureOfOneIsNobodyElses() throws Exception {
        List<Future<String>> answers = oneThen(List.of(2, -3, 4));

        assertThat(answers.get(1).get()).isEqualTo("did 2");
        assertThat(answers.get(3).get()).isEqualTo("did 4");
        assertThatThrownBy(answers.get(2)::get).cause().hasMessage("not [-3]");
        assertThat(rounds).hasSize(5);
    }

    @Test
    void afterAFailureOthersAreServed() {
        open.countDown();

        assertThatThrownBy(() -> group.join(-1)).hasMessage("not [-1]");
        assertThat(group.join(2)).isEqualTo("did 2");
    }

    @Test
    void anErrorLeavesNobodyWaiting() {
        var broken = new Group<Integer, String>(_ -> {
            throw new AssertionError("broken");
        });

        assertThatThrownBy(() -> broken.join(1)).hasMessage("broken");
        assertThatThrownBy(() -> broken.join(2)).hasMessage("broken");
    }

    @Test
    void moreThanARoundHoldsAreServedInSeveral() throws Exception {
        List<Integer> many = IntStream.range(2, 602).boxed().toList();

        for (Future<String> answer : oneThen(many)) {
            assertThat(answer.get()).startsWith("did ");
        }
        assertThat(rounds).hasSizeBetween(4, 5).allMatch(round -> round.size() <= 256);
    }

    @Test
    void anAnswerIsNeverOlderThanTheQuestion() throws Exception {
        var asked = new AtomicInteger();
        var first = new CompletableFuture<Integer>();
        var flights = new Flights<String, Integer>(_ -> {
            int number = asked.incrementAndGet();
            begun.countDown();
            pass(open);
            return number;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> first.complete(flights.ask("alice")));
            begun.await();
            var second = threads.submit(() -> flights.ask("alice"));
            var third = threads.submit(() -> flights.ask("alice"));
            var other = threads.submit(() -> flights.ask("bob"));
            Awaitility.await().until(() -> asked.get() == 2);
            open.countDown();

            assertThat(first.get()).isEqualTo(1);
            assertThat(other.get()).isEqualTo(2);
            assertThat(second.get()).isGreaterThan(2);
            assertThat(third.get()).isGreaterThan(2);
        }
    }

    /// Asks for 1, and for the others while that is under way.
    private List<Future<String>> oneThen(List<Integer> others) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> group.join(1)));
            begun.await();
            others.forEach(wish -> answers.add(threads.submit(() -> group.join(wish))));
            Awaitility.await().until(() -> group.waiting() == others.size());
            open.countDown();
            return answers;
        }
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
