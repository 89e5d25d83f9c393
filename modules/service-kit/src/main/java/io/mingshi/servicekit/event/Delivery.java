package io.mingshi.servicekit.event;

import java.util.Optional;

/// One message as a topic delivered it.
///
/// @param number which event of its producer it is; empty from producers that do not count
public record Delivery(String text, Optional<ProducerNumber> number) {}
