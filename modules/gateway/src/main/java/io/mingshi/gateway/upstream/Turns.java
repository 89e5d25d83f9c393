package io.mingshi.gateway.upstream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whose turn it is among the servers of a model: by weight within a tier, and a higher tier only when the lower ones
/// cannot.
///
/// Smooth weighted round-robin: every server gains its weight with each choice, the richest is chosen and pays the
/// total, so that a heavy one is spread between the light ones.
final class Turns {
    private final List<Member> members = new ArrayList<>();

    private static final class Member {
        final GuardedServer server;
        int credit;

        Member(GuardedServer server) {
            this.server = server;
        }
    }

    Turns(Collection<GuardedServer> servers) {
        servers.stream()
                .sorted(Comparator.comparingInt(GuardedServer::tier).thenComparing(GuardedServer::name))
                .map(Member::new)
                .forEach(members::add);
    }

    /// The server of this name.
    Optional<GuardedServer> named(String name) {
        return members.stream()
                .map(member -> member.server)
                .filter(server -> server.name().equals(name))
                .findFirst();
    }

    int size() {
        return members.size();
    }

    /// A server on which a place is taken; empty when none but the excluded has one.
    synchronized Optional<GuardedServer> take(Collection<GuardedServer> excluded) {
        List<Member> left = new ArrayList<>(members);
        left.removeIf(member -> excluded.contains(member.server));
        while (!left.isEmpty()) {
            Member next = next(left);
            if (next.server.take()) {
                return Optional.of(next.server);
            }
            left.remove(next);
        }
        return Optional.empty();
    }

    private static Member next(List<Member> candidates) {
        int tier = candidates.getFirst().server.tier();
        List<Member> peers = candidates.stream()
                .filter(member -> member.server.tier() == tier)
                .toList();
        peers.forEach(member -> member.credit += member.server.weight());
        Member chosen = peers.getFirst();
        for (Member peer : peers) {
            chosen = peer.credit > chosen.credit ? peer : chosen;
        }
        chosen.credit -= peers.stream().mapToInt(peer -> peer.server.weight()).sum();
        return chosen;
    }
}
