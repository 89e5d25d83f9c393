/// Real parts on one machine without Docker: PostgreSQL, Kafka, Keycloak, an object store and a sandbox identity
/// authority, for tests and for `./mingshi up`.
///
/// It promises that nothing listens beyond 127.0.0.1, that every secret is generated for this installation alone and
/// readable by its owner alone, and that no process outlives the one that started it.
@NullMarked
package io.mingshi.localstack;

import org.jspecify.annotations.NullMarked;
