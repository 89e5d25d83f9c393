/// What follows here when an appeal or a complaint was decided.
@NullMarked
package io.mingshi.moderation.appeal;

import org.jspecify.annotations.NullMarked;
