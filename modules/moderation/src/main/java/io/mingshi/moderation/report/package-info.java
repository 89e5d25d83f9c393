/// Reports to the authority: queued, sent until their receipt is here, and overdue where it is not.
@NullMarked
package io.mingshi.moderation.report;

import org.jspecify.annotations.NullMarked;
