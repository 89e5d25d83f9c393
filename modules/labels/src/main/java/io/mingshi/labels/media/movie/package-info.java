/// Replaces the first frames of an H.264 film in an MP4 or MOV file and leaves every other byte of its streams as it is
/// (ISO/IEC 14496-12, 14496-15, ITU-T H.264).
@NullMarked
package io.mingshi.labels.media.movie;

import org.jspecify.annotations.NullMarked;
