/// Keeps every fact that any module publishes, encrypted and hashed, and tells the whole chain of a work.
///
/// Carries out the keeping of logs (DSP arts. 10 and 16) and the disclosure record that leads from a content's number
/// back to its provider, system and time (California Business and Professions Code 22757.3).
@NullMarked
package io.mingshi.records;

import org.jspecify.annotations.NullMarked;
