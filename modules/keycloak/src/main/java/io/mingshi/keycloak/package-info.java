/// The step of the login journey in which a person proves their real name
/// ([DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)).
///
/// It asks `identity` and keeps nothing: no name, no number and no verdict is ever stored in Keycloak.
@NullMarked
package io.mingshi.keycloak;

import org.jspecify.annotations.NullMarked;
