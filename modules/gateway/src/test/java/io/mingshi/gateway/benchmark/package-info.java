/// Measures the gateway beside proxies that check nothing; started by `src/benchmark/run.sh`, not by the build.
@NullMarked
package io.mingshi.gateway.benchmark;

import org.jspecify.annotations.NullMarked;
