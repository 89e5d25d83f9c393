/// People that were found in pictures which are declared to show nobody, and the appeals against that.
@NullMarked
package io.mingshi.gateway.detection;

import org.jspecify.annotations.NullMarked;
