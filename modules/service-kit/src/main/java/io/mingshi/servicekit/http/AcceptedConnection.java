package io.mingshi.servicekit.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.util.AttributeKey;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Counts the bytes of one connection, and knows whether a request is awaited, begun or open on it.
///
/// It stands before everything else in the connection's pipeline, so that it sees a request whose head never ends.
final class AcceptedConnection extends ChannelDuplexHandler {
    /// Connections are accepted before and outside the application that judges them.
    private static final Set<AcceptedConnection> OPEN = ConcurrentHashMap.newKeySet();

    private static final AttributeKey<Object> KEY = AttributeKey.valueOf("mingshi.accepted-connection");

    private final Channel channel;

    /// Written by the connection's own thread alone.
    private volatile long written;

    private volatile long received;

    /// What had been received when the head began that was or is being sent.
    private volatile long receivedBefore;

    private volatile int requests;

    /// Since when a head is being sent; unless it is, since when nothing happens.
    private volatile long since = System.nanoTime();

    private volatile boolean beginning = true;
    private volatile boolean multiplexed;

    /// The watcher's own.
    private @Nullable Pace taking;

    AcceptedConnection(Channel channel) {
        this.channel = channel;
    }

    static void accept(Channel channel) {
        var connection = new AcceptedConnection(channel);
        channel.attr(KEY).set(connection);
        channel.pipeline().addFirst(connection);
    }

    static Set<AcceptedConnection> open() {
        return OPEN;
    }

    static Optional<AcceptedConnection> of(Channel channel) {
        return channel.attr(KEY).get() instanceof AcceptedConnection connection
                ? Optional.of(connection)
                : Optional.empty();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        OPEN.add(this);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        OPEN.remove(this);
        context.fireChannelInactive();
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (requests == 0 && !beginning && !multiplexed) {
            since = System.nanoTime();
            receivedBefore = received;
            beginning = true;
        }
        received += size(message);
        context.fireChannelRead(message);
    }

    @Override
    @SuppressWarnings({"NonAtomicVolatileUpdate", "FutureReturnValueIgnored"}) // by one thread; the caller's promise
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        written += size(message);
        context.write(message, promise);
    }

    private static long size(Object message) {
        return switch (message) {
            case ByteBuf bytes -> bytes.readableBytes();
            case ByteBufHolder holder -> holder.content().readableBytes();
            case FileRegion region -> region.count();
            default -> 0;
        };
    }

    /// The head of a request is complete; called by the connection's own thread.
    ///
    /// @param many whether there may be several requests at once
    @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
    void begun(boolean many) {
        multiplexed = many;
        beginning = false;
        requests++;
    }

    /// Its answer has been handed over; called by the connection's own thread.
    @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
    void ended() {
        since = System.nanoTime();
        requests--;
    }

    long received() {
        return received;
    }

    /// How many bytes came since the head of the open request began.
    long receivedOfRequest() {
        return received - receivedBefore;
    }

    /// False while the gateway itself does not take what the client sends.
    boolean takes() {
        return channel.config().isAutoRead();
    }

    /// Whether its client is too slow to be kept.
    boolean tooSlow(HttpLimits limits, long nanos) {
        long pending = pending();
        taking = taking == null ? new Pace(limits) : taking;
        if (taking.tooSlow(pending > 0, written - pending, nanos)) {
            return true;
        }
        var most = beginning ? limits.headLimit() : limits.idleLimit();
        return requests == 0 && pending == 0 && nanos - since > most.toNanos();
    }

    /// Bytes that wait for the client to take them.
    private long pending() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /// At once: a close through the handlers above would first wait for the client to take what was written.
    @SuppressWarnings("FutureReturnValueIgnored") // one that cannot be closed is looked at again
    void close() {
        var context = channel.pipeline().context(this);
        if (context != null) {
            context.close();
        }
    }
}
