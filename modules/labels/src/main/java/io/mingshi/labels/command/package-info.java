/// The command line: labels and verifies files and folders, makes keys for trying out.
@NullMarked
package io.mingshi.labels.command;

import org.jspecify.annotations.NullMarked;
