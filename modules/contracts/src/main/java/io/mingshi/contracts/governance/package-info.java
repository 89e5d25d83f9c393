/// The questions to `governance`: may this model be used, and is anything paused?
@NullMarked
package io.mingshi.contracts.governance;

import org.jspecify.annotations.NullMarked;
