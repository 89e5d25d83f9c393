/// Files as places to read from: in memory, on disk, or put together from pieces of others without copying.
///
/// [Source] and [Splice] are part of the public face of the library.
@NullMarked
package io.mingshi.labels.source;

import org.jspecify.annotations.NullMarked;
