/// Searches what a test run has logged and sent for the personal data it worked with.
@NullMarked
package io.mingshi.logs;

import org.jspecify.annotations.NullMarked;
