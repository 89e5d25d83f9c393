package io.mingshi.labels.media;

import io.mingshi.labels.watermark.SoundFilter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// Passes sound on, through a filter if there is one, and puts the prompts in at their frames.
final class PromptWeaver implements SampleSink {
    private final Optional<SoundFilter> filter;
    private final Deque<PromptPlan.Entry> entries;
    private final int channels;
    private final SampleSink out;
    private long frames;

    PromptWeaver(Optional<SoundFilter> filter, PromptPlan plan, SampleSink out) {
        this.filter = filter;
        this.entries = new ArrayDeque<>(plan.entries());
        this.channels = plan.channels();
        this.out = out;
    }

    @Override
    public void put(float[] interleaved) throws IOException {
        weave(filter.isPresent() ? filter.get().next(interleaved) : interleaved);
    }

    /// Passes on what the filter held back, and the prompt at the end.
    void end() throws IOException {
        if (filter.isPresent()) {
            weave(filter.get().end());
        }
        while (!entries.isEmpty()) {
            out.put(entries.remove().interleaved(channels));
        }
    }

    private void weave(float[] samples) throws IOException {
        int from = 0;
        long last = frames + samples.length / channels;
        while (!entries.isEmpty() && entries.peek().before() < last) {
            int until = (int) (entries.peek().before() - frames) * channels;
            pass(samples, from, until);
            out.put(entries.remove().interleaved(channels));
            from = until;
        }
        pass(samples, from, samples.length);
        frames = last;
    }

    private void pass(float[] samples, int from, int to) throws IOException {
        if (to > from) {
            out.put(from == 0 && to == samples.length ? samples : Arrays.copyOfRange(samples, from, to));
        }
    }
}
