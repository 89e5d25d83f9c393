/// The questions to other modules, asked over HTTP where those run in processes of their own.
@NullMarked
package io.mingshi.gateway.question;

import org.jspecify.annotations.NullMarked;
