package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;

/// A labelled work that a person has to look at before it may be handed out.
///
/// @param review the number under which it is held
/// @param reason why, such as `NO_CLASSIFIER` or the rule that asks for it
public record Hold(ProduceId work, String review, String reason) {}
