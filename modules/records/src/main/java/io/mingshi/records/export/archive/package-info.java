/// The form of an inspection export, for the one who writes it and for the one who verifies it; plain Java.
@NullMarked
package io.mingshi.records.export.archive;

import org.jspecify.annotations.NullMarked;
