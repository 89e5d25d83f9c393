/// The command line of the evidence log.
@NullMarked
package io.mingshi.evidencelog.command;

import org.jspecify.annotations.NullMarked;
