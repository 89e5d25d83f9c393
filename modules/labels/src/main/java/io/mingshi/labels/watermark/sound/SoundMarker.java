package io.mingshi.labels.watermark.sound;

import io.mingshi.labels.watermark.SoundFilter;

/// Marks all channels alike, so that their sum carries the mark as well.
final class SoundMarker implements SoundFilter {
    private final ChannelMarker[] markers;
    private final Samples[] ready;
    private long taken;
    private long given;

    SoundMarker(byte[][] directions, int channels, int rate) {
        markers = new ChannelMarker[channels];
        ready = new Samples[channels];
        for (int channel = 0; channel < channels; channel++) {
            markers[channel] = new ChannelMarker(directions, rate);
            ready[channel] = new Samples();
        }
    }

    @Override
    public float[] next(float[] samples) {
        if (samples.length % markers.length != 0) {
            throw new IllegalArgumentException(
                    samples.length + " samples are no whole frames of " + markers.length + " channels");
        }
        for (int i = 0; i < samples.length; i++) {
            int channel = i % markers.length;
            markers[channel].next(samples[i], ready[channel]);
        }
        taken += samples.length / markers.length;
        return give(ready[0].end());
    }

    @Override
    public float[] end() {
        while (ready[0].end() < taken) {
            for (int channel = 0; channel < markers.length; channel++) {
                markers[channel].next(0, ready[channel]);
            }
        }
        return give(taken);
    }

    private float[] give(long until) {
        float[] interleaved = new float[Math.toIntExact((until - given) * markers.length)];
        for (int i = 0; i < interleaved.length; i++) {
            interleaved[i] = ready[i % markers.length].at(given + i / markers.length);
        }
        given = until;
        for (Samples channel : ready) {
            channel.forgetBefore(given);
        }
        return interleaved;
    }
}
