/// Whom to call when a person may be in danger: the guardian of a minor, and whom the person named.
@NullMarked
package io.mingshi.identity.emergency;

import org.jspecify.annotations.NullMarked;
