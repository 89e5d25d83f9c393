/// What all tests share: one local stack for each build, tokens of the demo people, architecture rules, requirement
/// coverage.
@NullMarked
package io.mingshi.testkit;

import org.jspecify.annotations.NullMarked;
