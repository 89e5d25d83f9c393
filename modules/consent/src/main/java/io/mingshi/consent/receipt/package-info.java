/// Signed receipts of consents, and their verification, which needs nothing but the public keys.
@NullMarked
package io.mingshi.consent.receipt;

import org.jspecify.annotations.NullMarked;
