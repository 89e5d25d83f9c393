/// The demonstration: the whole chain on a running platform, told step by step, each with what it proves.
@NullMarked
package io.mingshi.demo;

import org.jspecify.annotations.NullMarked;
