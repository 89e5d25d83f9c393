/// Films, which take longer than a request: jobs that go on while nobody waits, and after a restart.
@NullMarked
package io.mingshi.gateway.video;

import org.jspecify.annotations.NullMarked;
