package io.mingshi.contracts.moderation;

/// One approved entry of the feature library.
///
/// @param ruleId the entry's stable number, written into every decision it causes
/// @param category the kind of risk, one of the 31 of TC260-003 annex A, such as `A.1-3`
/// @param term the word or phrase that matches
public record LibraryEntry(String ruleId, String category, String term) {}
