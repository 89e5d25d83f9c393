/// The queue of what a person has to look at, kept as the events that happened to each item.
@NullMarked
package io.mingshi.moderation.review;

import org.jspecify.annotations.NullMarked;
