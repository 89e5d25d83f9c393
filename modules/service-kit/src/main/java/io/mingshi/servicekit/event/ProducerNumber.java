package io.mingshi.servicekit.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/// Which event of its producer this is: producers count without gaps, so that a missing one is noticed.
///
/// It travels as the Kafka header `mingshi-number`, such as `3/1042`: what the topic holds is the event alone.
///
/// @param lane one of the counters of the producer, from 0 to 7
/// @param number from 1
public record ProducerNumber(int lane, long number) {
    static final String HEADER = "mingshi-number";

    private static final Pattern FORM = Pattern.compile("([0-7])/([1-9][0-9]{0,17})");

    /// The number that a message carries; empty from a producer that does not count, or when it is none.
    public static Optional<ProducerNumber> of(Headers headers) {
        var header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        var matcher = FORM.matcher(new String(header.value(), US_ASCII));
        return matcher.matches()
                ? Optional.of(new ProducerNumber(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return lane + "/" + number;
    }
}
