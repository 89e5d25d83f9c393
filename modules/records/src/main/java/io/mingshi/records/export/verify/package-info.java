/// Verifies an inspection export on any machine: no service, no network, no trust in whoever made it; plain Java.
@NullMarked
package io.mingshi.records.export.verify;

import org.jspecify.annotations.NullMarked;
