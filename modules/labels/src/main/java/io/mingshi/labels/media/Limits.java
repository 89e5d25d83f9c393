package io.mingshi.labels.media;

import java.time.Duration;

/// What one run of a program may use before it is killed.
///
/// @param time on the clock
/// @param cpu of all its threads together
/// @param output bytes that it may write, to a file or to us
/// @param addressSpace bytes of memory that it may reserve, which is more than it uses
public record Limits(Duration time, Duration cpu, long output, long addressSpace) {
    /// Enough for an hour of film in high definition on two cores, which needs two hours of encoding. An encoder with a
    /// dozen threads reserves several GB.
    public static final Limits STANDARD = new Limits(Duration.ofHours(4), Duration.ofHours(16), 64L << 30, 16L << 30);

    /// Enough to decode a minute of film in 4K. Anybody may ask to have a file read, so that one must not keep a
    /// processor for hours.
    public static final Limits READING =
            new Limits(Duration.ofMinutes(2), Duration.ofMinutes(2), STANDARD.output, STANDARD.addressSpace);

    public Limits {
        if (time.toSeconds() < 1 || cpu.toSeconds() < 1 || output < 1 || addressSpace < 1) {
            throw new IllegalArgumentException("every limit is at least a second or a byte");
        }
    }

    /// The stricter of each limit.
    public Limits and(Limits other) {
        return new Limits(
                time.compareTo(other.time) < 0 ? time : other.time,
                cpu.compareTo(other.cpu) < 0 ? cpu : other.cpu,
                Math.min(output, other.output),
                Math.min(addressSpace, other.addressSpace));
    }

    /// The same with another time on the clock.
    public Limits within(Duration other) {
        return new Limits(other, cpu, output, addressSpace);
    }

    /// The same with another most output.
    public Limits giving(long bytes) {
        return new Limits(time, cpu, bytes, addressSpace);
    }
}
