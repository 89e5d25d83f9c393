/// Takes every topic in and publishes who looked something up.
@NullMarked
package io.mingshi.records.messaging;

import org.jspecify.annotations.NullMarked;
