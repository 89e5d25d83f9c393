/// Statements of reasons: what the person concerned is told of every restriction.
@NullMarked
package io.mingshi.moderation.statement;

import org.jspecify.annotations.NullMarked;
