/// Facts between modules: transactional outbox, idempotent inbox, CloudEvents on Kafka.
@NullMarked
package io.mingshi.servicekit.event;

import org.jspecify.annotations.NullMarked;
