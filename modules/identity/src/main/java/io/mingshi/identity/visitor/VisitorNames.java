package io.mingshi.identity.visitor;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.VisitorDoor;
import io.mingshi.identity.Origin;
import io.mingshi.identity.ProveOnce.Entrance;
import io.mingshi.servicekit.crypto.BlindIndex;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What stands for visitors, links and networks: keyed hashes, which find nobody.
@Singleton
class VisitorNames {
    private static final String VISITOR = "v-";

    private final BlindIndex index;

    VisitorNames(BlindIndex index) {
        this.index = index;
    }

    static boolean isVisitor(PersonId person) {
        return person.value().startsWith(VISITOR);
    }

    /// @param number as normalised
    PersonId ofNumber(String number) {
        return new PersonId(VISITOR + index.of("identity.visitor", number));
    }

    /// @param mark as the national service tells it
    PersonId ofMark(String mark) {
        return new PersonId(VISITOR + index.of("identity.visitor.national", mark));
    }

    /// For whom codes are sent through a link: another link's codes are another's.
    PersonId holder(VisitorDoor door) {
        return new PersonId("link-" + index.of("identity.link", door.link()));
    }

    /// Each challenge is its own, so that nobody else with the link takes it away by asking for another.
    PersonId holder(VisitorDoor door, String challenge) {
        return new PersonId("link-" + index.of("identity.link", door.link() + " " + challenge));
    }

    /// @param network as [Origin#network] tells it
    Origin origin(VisitorDoor door, String network) {
        return new Origin(network, door.link() + " from " + network);
    }

    /// The check goes on the account of the mobile number or else of the network, so that nobody else with the
    /// link uses up the visitor's own.
    Entrance entrance(PersonId holder, VisitorDoor door, String network, @Nullable String mobile) {
        String payer = door.link() + (door.withdrawing() ? " withdrawing " : " ") + (mobile == null ? network : mobile);
        return new Entrance(
                holder,
                new PersonId("payer-" + index.of("identity.visitor.payer", payer)),
                origin(door, network),
                door.withdrawing());
    }
}
