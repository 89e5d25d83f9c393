/// One-time codes to mobile numbers and challenges for the national service.
@NullMarked
package io.mingshi.identity.code;

import org.jspecify.annotations.NullMarked;
