/// The ladder of sanctions on accounts, and the counting of violations.
@NullMarked
package io.mingshi.moderation.sanction;

import org.jspecify.annotations.NullMarked;
