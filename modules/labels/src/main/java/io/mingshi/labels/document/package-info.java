/// Puts the notice that people perceive into texts and documents, and finds it there (GB 45438-2025 clause 5.1).
@NullMarked
package io.mingshi.labels.document;

import org.jspecify.annotations.NullMarked;
