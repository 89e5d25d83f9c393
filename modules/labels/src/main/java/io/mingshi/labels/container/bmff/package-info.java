/// MP4, MOV, M4A, HEIF and AVIF: files made of boxes (ISO/IEC 14496-12).
@NullMarked
package io.mingshi.labels.container.bmff;

import org.jspecify.annotations.NullMarked;
