/// Writes labels of AI-generated content and verifies them: explicit labels that people perceive, the AIGC metadata
/// label
/// of GB 45438-2025, signatures over it, watermarks, and C2PA manifests.
///
/// The promise: a labelled file exists only if its bytes were read back and every label asked for was found in them.
/// Labels are those of [LAB-4 and LAB-5](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm) and of clauses 5 and
/// 6
/// and annex E of GB 45438-2025; places inside files follow the TC260 practice guides of 2025-08.
///
/// Public are this package, `source` (files to read and write), and what a caller names of `securitydata`, `c2pa` and
/// `watermark` (keys, signers, trust). The other packages are internal and may change at any time.
@NullMarked
package io.mingshi.labels;

import org.jspecify.annotations.NullMarked;
