/// The conformance matrix of a gateway: every surface, mode, choice, call and place of content, from outside.
///
/// `-Dmingshi.gateway=FILE` names any OpenAI-compatible gateway; without it this project's platform is examined.
@NullMarked
package io.mingshi.conformance.gateway;

import org.jspecify.annotations.NullMarked;
