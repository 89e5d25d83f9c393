package io.mingshi.consent;

/// Who handles the personal information, as the notice must name it.
///
/// @param contact where rights are exercised
public record Handler(String name, String contact) {}
