/// Answers who a visitor without an account is, and keeps nothing of it.
@NullMarked
package io.mingshi.identity.visitor;

import org.jspecify.annotations.NullMarked;
