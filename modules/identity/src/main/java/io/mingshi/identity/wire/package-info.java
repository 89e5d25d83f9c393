/// HTTP to partners outside the platform: bounded, timed, repeated with care, and cut off while a partner
/// is down.
@NullMarked
package io.mingshi.identity.wire;

import org.jspecify.annotations.NullMarked;
