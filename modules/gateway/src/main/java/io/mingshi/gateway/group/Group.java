package io.mingshi.gateway.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Does in one go what several requests want at the same time, such as to commit a row each.
///
/// Who comes while a round is under way waits for the next, so that a round begins only after everybody in it has come:
/// what it reads is never older than a request, and what it commits is committed before any of them goes on. A request
/// that comes alone does its round itself and waits for nobody. When a round with several members fails, each of them
/// tries alone, in its own thread: nobody fails for the sake of another.
///
/// @param <A> what a member wants
/// @param <R> what it gets
public final class Group<A, R> {
    private static final int MOST = 256;

    private final Function<List<A>, List<R>> together;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Member<A, R>> waiting = new ArrayDeque<>();
    private boolean underWay;

    /// @param together gives the results in the order of what is wanted; all that it does, or nothing, has happened
    ///     when it returns, or fails
    public Group(Function<List<A>, List<R>> together) {
        this.together = together;
    }

    /// Whether the round came to something, or each member has to try alone.
    private sealed interface Turn<R> {
        record Done<R>(R result) implements Turn<R> {}

        record Alone<R>() implements Turn<R> {}
    }

    private record Member<A, R>(A wish, CompletableFuture<Turn<R>> turn) {}

    public R join(A wish) {
        var member = new Member<A, R>(wish, new CompletableFuture<>());
        if (begins(member)) {
            round();
        }
        return switch (turn(member)) {
            case Turn.Done<R>(R result) -> result;
            case Turn.Alone<R> _ -> together.apply(List.of(wish)).getFirst();
        };
    }

    /// How many wait for a round to begin.
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private static <A, R> Turn<R> turn(Member<A, R> member) {
        try {
            return member.turn().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private boolean begins(Member<A, R> member) {
        lock.lock();
        try {
            waiting.add(member);
            boolean first = !underWay;
            underWay = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void round() {
        List<Member<A, R>> members = members();
        try {
            run(members);
        } finally {
            if (goesOn()) {
                Thread.ofVirtual().name("group").start(this::round);
            }
        }
    }

    private List<Member<A, R>> members() {
        lock.lock();
        try {
            List<Member<A, R>> members = new ArrayList<>();
            while (members.size() < MOST && !waiting.isEmpty()) {
                members.add(waiting.remove());
            }
            return members;
        } finally {
            lock.unlock();
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            underWay = !waiting.isEmpty();
            return underWay;
        } finally {
            lock.unlock();
        }
    }

    private void run(List<Member<A, R>> members) {
        try {
            List<R> results = together.apply(members.stream().map(Member::wish).toList());
            for (int i = 0; i < members.size(); i++) {
                members.get(i).turn().complete(new Turn.Done<>(results.get(i)));
            }
        } catch (RuntimeException e) {
            if (members.size() == 1) {
                members.getFirst().turn().completeExceptionally(e);
            }
        } finally {
            // after a failure of any kind nobody is left waiting
            members.forEach(member -> member.turn().complete(new Turn.Alone<>()));
        }
    }
}
