/// The Merkle tree of RFC 6962: hashes, tiles, and the two proofs; it knows no files and no signatures.
@NullMarked
package io.mingshi.evidencelog.merkle;

import org.jspecify.annotations.NullMarked;
