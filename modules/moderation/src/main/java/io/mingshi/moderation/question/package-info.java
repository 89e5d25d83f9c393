/// What is asked of other modules when they run in processes of their own.
@NullMarked
package io.mingshi.moderation.question;

import org.jspecify.annotations.NullMarked;
