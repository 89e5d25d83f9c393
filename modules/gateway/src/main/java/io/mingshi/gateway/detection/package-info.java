/// People that were found where nobody, or fewer, were declared, and the appeals against that.
@NullMarked
package io.mingshi.gateway.detection;

import org.jspecify.annotations.NullMarked;
