package io.mingshi.contracts;

/// Which biometric feature of a person an edit touches (DSP art. 14, Civil Code arts. 1019 and 1023).
public enum Modality {
    FACE_IMAGE,
    FACE_VIDEO,
    VOICE
}
