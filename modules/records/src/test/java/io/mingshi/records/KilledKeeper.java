package io.mingshi.records;

import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.Event;
import io.mingshi.records.Installation.Secrets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/// A process that keeps records and writes the evidence log until it is killed.
final class KilledKeeper {
    private static final int TOGETHER = 5;

    private KilledKeeper() {}

    public static void main(String[] arguments) {
        var installation = new Installation(
                TestDatabase.at(arguments[0]),
                Path.of(arguments[1]),
                new Secrets(arguments[2], arguments[3]),
                Optional.empty());
        installation.log().start();
        for (int round = 0; ; round++) {
            String ticket = arguments[4] + "-" + round;
            installation.keep(
                    "complaints",
                    IntStream.range(0, TOGETHER)
                            .mapToObj(i -> new ComplaintFiled(
                                    ticket + "-" + i, new ProduceId("W-1"), "", Instant.EPOCH, Instant.EPOCH))
                            .toArray(Event[]::new));
            if (round == 0) {
                System.out.println("keeping");
            }
        }
    }
}
