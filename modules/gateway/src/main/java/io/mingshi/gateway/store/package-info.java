/// Tables and outbox; a state and the fact that tells of it are written in one transaction.
@NullMarked
package io.mingshi.gateway.store;

import org.jspecify.annotations.NullMarked;
