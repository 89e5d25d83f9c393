/// The one door in front of services that run as processes of their own.
@NullMarked
package io.mingshi.localstack.front;

import org.jspecify.annotations.NullMarked;
