/// A generator that needs no model: real text, pictures and sounds computed from the prompt, and it says so.
@NullMarked
package io.mingshi.gateway.upstream.demo;

import org.jspecify.annotations.NullMarked;
