/// API keys of verified people: shown once, stored as a hash, revoked at once.
@NullMarked
package io.mingshi.gateway.key;

import org.jspecify.annotations.NullMarked;
