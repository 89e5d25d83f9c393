/// The archive in an object store, and the proof whether that store refuses to delete what is under
/// retention.
@NullMarked
package io.mingshi.records.lock;

import org.jspecify.annotations.NullMarked;
