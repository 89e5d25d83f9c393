package io.mingshi.servicekit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How slow a client may be before its connection is closed.
@ConfigMapping(prefix = "mingshi.http")
interface HttpLimits {
    /// How long the head of a request may take, from the first byte or from the beginning of the connection.
    @WithDefault("PT10S")
    Duration headLimit();

    /// How long a body or an answer may come to nothing before it has to keep the least pace.
    @WithDefault("PT20S")
    Duration patience();

    /// Bytes a second that a client has to send of a body, and to take of an answer.
    @WithDefault("1024")
    int leastPace();

    /// How long one body may take, and how long a part of an answer may wait to be taken.
    @WithDefault("PT10M")
    Duration transferLimit();

    /// How long a connection may be kept without any request.
    @WithDefault("PT5M")
    Duration idleLimit();
}
