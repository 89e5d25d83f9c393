package io.mingshi.servicekit.event;

import io.mingshi.contracts.event.Event;
import java.util.Optional;

/// One event as it arrived.
///
/// @param event empty when the type is unknown here, as a newer publisher may send it
/// @param text the message exactly as it was on the topic
/// @param number which event of its producer it is; empty from producers that do not count
public record Received(CloudEvent envelope, Optional<Event> event, String text, Optional<ProducerNumber> number) {}
