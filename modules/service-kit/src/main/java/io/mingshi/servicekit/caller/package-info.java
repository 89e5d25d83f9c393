/// Who is calling, by pseudonym and roles.
@NullMarked
package io.mingshi.servicekit.caller;

import org.jspecify.annotations.NullMarked;
