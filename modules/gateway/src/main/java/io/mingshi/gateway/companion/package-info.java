/// Models for sustained emotional interaction: who may use them, what people are told, how they leave,
/// and who helps.
@NullMarked
package io.mingshi.gateway.companion;

import org.jspecify.annotations.NullMarked;
