/// Copies sealed records into the archive, from where they are restored when somebody has changed the database.
@NullMarked
package io.mingshi.records.archiving;

import org.jspecify.annotations.NullMarked;
