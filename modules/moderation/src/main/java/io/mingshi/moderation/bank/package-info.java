/// How the safety of generation is measured: banks of questions, samples, annotations by two people, signed reports.
///
/// The figures are those of TC260-003 (2024), which GB/T 45654-2025 succeeds.
@NullMarked
package io.mingshi.moderation.bank;

import org.jspecify.annotations.NullMarked;
