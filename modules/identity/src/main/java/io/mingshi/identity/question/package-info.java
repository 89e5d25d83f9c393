/// The question to `governance`, asked over HTTP where that runs in a process of its own.
@NullMarked
package io.mingshi.identity.question;

import org.jspecify.annotations.NullMarked;
