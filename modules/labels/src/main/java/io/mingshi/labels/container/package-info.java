/// What the formats share: where a label may stand in a file, and how it is read and written there.
///
/// Each package below holds one family of formats. All of it is internal and may change at any time.
@NullMarked
package io.mingshi.labels.container;

import org.jspecify.annotations.NullMarked;
