/// Disclosure of a real identity: one officer asks for a case and a reason, another decides, and both are
/// on record.
@NullMarked
package io.mingshi.identity.disclosure;

import org.jspecify.annotations.NullMarked;
