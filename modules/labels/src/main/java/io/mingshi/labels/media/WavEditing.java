package io.mingshi.labels.media;

import io.mingshi.labels.audio.Mono;
import io.mingshi.labels.audio.WavLayout;
import io.mingshi.labels.media.SoundEditor.SoundSink;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import io.mingshi.labels.source.Workspace;
import io.mingshi.labels.watermark.SoundFilter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Puts prompts into a WAV file. Without a filter no sample of the sound is touched and nothing is copied.
///
/// @param wav the file
record WavEditing(WavLayout wav) {
    private static final int FRAMES_AT_ONCE = 1 << 14;

    /// Passes the frames on from one to another.
    void read(long from, long to, SampleSink sink) throws IOException {
        for (long at = from; at < to; at += FRAMES_AT_ONCE) {
            sink.put(wav.read(at, (int) Math.min(FRAMES_AT_ONCE, to - at)));
        }
    }

    /// Plays the frames from one up to another, as one channel.
    void play(long from, long to, SoundSink sink) throws IOException {
        boolean goesOn = true;
        for (long at = from; goesOn && at < to; at += FRAMES_AT_ONCE) {
            float[] block = wav.read(at, (int) Math.min(FRAMES_AT_ONCE, to - at));
            goesOn = sink.take(Mono.of(block, wav.channels()), wav.rate());
        }
    }

    /// The file with prompts between its untouched samples.
    Source spliced(PromptPlan plan) throws IOException {
        Splice.Builder data = Splice.builder();
        long at = 0;
        for (PromptPlan.Entry entry : plan.entries()) {
            long before = entry.before() * wav.frameBytes();
            data.copy(wav.file(), wav.dataAt() + at, before - at);
            data.insert(wav.coding().encode(entry.interleaved(wav.channels())));
            at = before;
        }
        return wav.with(
                data.copy(wav.file(), wav.dataAt() + at, wav.dataLength() - at).build());
    }

    /// The file with its samples changed, and prompts between them.
    Source filtered(PromptPlan plan, SoundFilter filter, Workspace workspace) throws IOException {
        Path samples = workspace.newFile("pcm");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(samples))) {
            PromptWeaver weaver = new PromptWeaver(
                    Optional.of(filter), plan, block -> out.write(wav.coding().encode(block)));
            read(0, wav.frames(), weaver);
            weaver.end();
        }
        return wav.with(workspace.open(samples));
    }
}
