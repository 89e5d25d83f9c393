/// What people handed in and a person has to look at before anything is made of it.
@NullMarked
package io.mingshi.gateway.input;

import org.jspecify.annotations.NullMarked;
