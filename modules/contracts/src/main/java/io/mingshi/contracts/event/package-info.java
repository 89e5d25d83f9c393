/// What happened: one sealed interface of facts for each module, published as CloudEvents on the topic
/// `mingshi.<module>`.
@NullMarked
package io.mingshi.contracts.event;

import org.jspecify.annotations.NullMarked;
