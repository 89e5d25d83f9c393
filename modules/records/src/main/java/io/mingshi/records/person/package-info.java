/// Reads everything about a person: two people, a case, and a limited time.
@NullMarked
package io.mingshi.records.person;

import org.jspecify.annotations.NullMarked;
