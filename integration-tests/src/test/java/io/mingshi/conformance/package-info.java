/// The conformance suite: black-box tests over HTTP that run against any provider, this one or another.
///
/// `-Dmingshi.base-url=` names the provider and `-Dmingshi.stack=` the file with its identity provider's address
/// and the test people's credentials. Without them the suite starts this project's platform itself, once for the
/// whole run.
@NullMarked
package io.mingshi.conformance;

import org.jspecify.annotations.NullMarked;
