/// The depicted person's way through a link, without an account: identity, passcode, answer, withdrawal.
@NullMarked
package io.mingshi.consent.visit;

import org.jspecify.annotations.NullMarked;
