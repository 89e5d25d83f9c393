/// Verifies a receipt on any machine: no service, no account; plain Java.
@NullMarked
package io.mingshi.consent.receipt.command;

import org.jspecify.annotations.NullMarked;
