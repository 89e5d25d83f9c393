/// A sandbox identity authority, national service and message gateway in the shape of published interfaces.
@NullMarked
package io.mingshi.localstack.authority;

import org.jspecify.annotations.NullMarked;
