/// What the login is told of accounts: who may log in, whose sessions end. It is told until the login has
/// taken it.
@NullMarked
package io.mingshi.identity.account;

import org.jspecify.annotations.NullMarked;
