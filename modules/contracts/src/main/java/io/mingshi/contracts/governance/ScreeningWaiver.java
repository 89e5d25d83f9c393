package io.mingshi.contracts.governance;

import io.mingshi.contracts.ContentKind;
import java.time.Instant;

/// An officer's decision that results of a model, of this kind, leave without a classifier's or a person's
/// verdict, and that what its users hand in of this kind is taken without one.
///
/// @param id its number, which every record that rests on it names
/// @param until when it ends by itself
public record ScreeningWaiver(String id, ContentKind kind, Instant until) {}
