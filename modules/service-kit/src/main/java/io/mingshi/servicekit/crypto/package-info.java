/// Envelope encryption with one key for each person, erasure by destroying it, and blind indexes.
@NullMarked
package io.mingshi.servicekit.crypto;

import org.jspecify.annotations.NullMarked;
