/// The pages as people use them: in a real browser, with keyboards and screen readers in mind.
@NullMarked
package io.mingshi.platform.browser;

import org.jspecify.annotations.NullMarked;
