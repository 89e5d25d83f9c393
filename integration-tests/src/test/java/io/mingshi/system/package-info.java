/// Tests of the whole system: the platform as a process on real parts, some of which are killed.
@NullMarked
package io.mingshi.system;

import org.jspecify.annotations.NullMarked;
