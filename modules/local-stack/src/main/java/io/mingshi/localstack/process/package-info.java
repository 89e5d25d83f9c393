/// Child processes that never outlive the process that started them.
@NullMarked
package io.mingshi.localstack.process;

import org.jspecify.annotations.NullMarked;
