/// Writes labels of AI-generated content and verifies them: explicit labels that people perceive, and the AIGC metadata
/// label of GB 45438-2025.
///
/// The promise: a [LabeledContent] exists only if its bytes were read back and every label was found in them. Labels
/// are those of [LAB-4 and LAB-5](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm) and of clauses 5 and 6 and
/// annex E of GB 45438-2025; places inside files follow the TC260 practice guides of 2025-08.
///
/// The packages `container`, `image` and `audio` are internal and may change at any time; they know nothing of this
/// one.
@NullMarked
package io.mingshi.labels;

import org.jspecify.annotations.NullMarked;
