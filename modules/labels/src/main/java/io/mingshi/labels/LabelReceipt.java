package io.mingshi.labels;

/// What was done to a file that was labelled and delivered.
///
/// @param type of the file
/// @param size of the labelled file in bytes
/// @param label the AIGC object as it stands in the file
/// @param report what was read back from it before it was delivered
public record LabelReceipt(MediaType type, long size, AigcLabel label, VerificationReport report) {}
