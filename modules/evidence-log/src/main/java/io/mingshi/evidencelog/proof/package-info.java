/// What an offline verifier reads: proofs of inclusion as files, and the policy that says whom to trust.
@NullMarked
package io.mingshi.evidencelog.proof;

import org.jspecify.annotations.NullMarked;
