/// A sandbox identity authority that speaks the shape of the common vendors' verification APIs.
@NullMarked
package io.mingshi.localstack.authority;

import org.jspecify.annotations.NullMarked;
