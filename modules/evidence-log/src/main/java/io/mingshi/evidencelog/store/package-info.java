/// Where a log lives: objects by path, a journal, and one writer at a time.
@NullMarked
package io.mingshi.evidencelog.store;

import org.jspecify.annotations.NullMarked;
