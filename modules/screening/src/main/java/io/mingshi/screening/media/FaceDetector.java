package io.mingshi.screening.media;

import java.awt.Rectangle;
import java.util.List;

/// Finds faces in pictures; used by many threads at once.
///
/// A face makes the separate consent of the person necessary, whoever says that nobody is depicted:
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm). No face is told from another here, and
/// nothing about a face is kept.
public interface FaceDetector {
    /// Names the detector and its settings in records.
    String name();

    /// Where faces are, in pixels of the picture; empty when none was found.
    ///
    /// @throws UnscreenableException when it cannot look
    List<Rectangle> faces(Picture picture);
}
