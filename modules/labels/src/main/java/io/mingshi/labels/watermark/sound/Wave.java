package io.mingshi.labels.watermark.sound;

/// Sound of one channel, zero before its start and after its end.
interface Wave {
    float at(long position);

    static Wave of(float[] sound) {
        return position -> position < 0 || position >= sound.length ? 0 : sound[(int) position];
    }
}
