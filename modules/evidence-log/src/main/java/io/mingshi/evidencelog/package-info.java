/// An append-only Merkle log in the form of [C2SP tlog-tiles](https://c2sp.org/tlog-tiles).
///
/// Promise: an entry that was acknowledged is on the disk; a checkpoint never tells of tiles that are not; and
/// whoever holds a proof, the log's public key and the entry needs nothing else to verify that the entry is in
/// the log.
@NullMarked
package io.mingshi.evidencelog;

import org.jspecify.annotations.NullMarked;
