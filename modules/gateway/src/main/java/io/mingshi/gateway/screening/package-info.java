/// Screening against the feature library in force; what has a verdict here really ran.
@NullMarked
package io.mingshi.gateway.screening;

import org.jspecify.annotations.NullMarked;
