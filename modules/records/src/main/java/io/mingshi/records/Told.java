package io.mingshi.records;

import io.mingshi.contracts.event.Event;
import io.mingshi.servicekit.event.EventCodec;
import java.util.List;
import java.util.Optional;

/// A record together with the fact that its text tells.
///
/// @param event empty when the text cannot be read or its type is unknown here
record Told(KeptRecord kept, Optional<Event> event) {
    static Told of(EventCodec codec, KeptRecord kept) {
        return new Told(
                kept, kept.legible().flatMap(text -> codec.decode(text.text()).event()));
    }

    /// The facts of one type, in the given order.
    static <E extends Event> List<As<E>> only(Class<E> type, List<Told> told) {
        return told.stream()
                .flatMap(one -> one.event().stream()
                        .filter(type::isInstance)
                        .map(event -> new As<>(WorkChain.Link.of(one.kept()), type.cast(event))))
                .toList();
    }

    /// A fact and the link that proves it.
    record As<E extends Event>(WorkChain.Link link, E event) {}
}
