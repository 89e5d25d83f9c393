package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.audio.Prompt;
import io.mingshi.labels.audio.RhythmPrompt;
import io.mingshi.labels.audio.VoicePrompt;
import io.mingshi.labels.audio.WavLayout;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.media.Streams.Sound;
import io.mingshi.labels.media.movie.MovieTags;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import io.mingshi.labels.watermark.SoundFilters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Makes sounds say that they are generated: by the rhythm or by a voice at the start, at a pause in the middle or at
/// the end (GB 45438-2025 clause 5.3).
///
/// WAV files of plain samples are edited here; all others by ffmpeg, which decodes and encodes them anew with the same
/// coding, rate and channels. An hour of sound passes through without being held in memory.
public final class SoundEditor {
    /// How far a prompt near the middle reaches beyond the place where it was put, in seconds.
    private static final double LONGEST_PROMPT = 3;

    private final Supplier<FfmpegProgram> program;

    /// @param program finds ffmpeg when a sound comes that needs it, for example [FfmpegProgram#find()]
    public SoundEditor(Supplier<FfmpegProgram> program) {
        this.program = program;
    }

    /// The sound with its prompts and, if there is a filter, with all its samples changed by it.
    ///
    /// Where the prompt is heard already at the start or the end, no second one is put.
    ///
    /// @throws LabelException UNSUPPORTED or MALFORMED for a sound that cannot be labelled; TOOL_MISSING or
    ///     TOOL_FAILED from the program
    public Source edit(
            MediaType type, Source file, ExplicitPolicy policy, Optional<SoundFilters> watermark, Workspace workspace)
            throws IOException {
        requireSound(type);
        if (policy.none() && watermark.isEmpty()) {
            return file;
        }
        return type == MediaType.WAV
                ? plain(WavLayout.of(file), policy, watermark, workspace)
                : encoded(type, file, policy, watermark, workspace);
    }

    private static Source plain(
            WavLayout wav, ExplicitPolicy policy, Optional<SoundFilters> watermark, Workspace workspace)
            throws IOException {
        WavEditing editing = new WavEditing(wav);
        SoundSurvey survey = new SoundSurvey(wav.channels(), wav.rate());
        editing.read(0, wav.frames(), survey);
        PromptPlan plan = plan(policy, survey, wav.channels(), wav.rate());
        return watermark.isPresent()
                ? editing.filtered(plan, watermark.get().open(wav.channels(), wav.rate()), workspace)
                : editing.spliced(plan);
    }

    private Source encoded(
            MediaType type, Source file, ExplicitPolicy policy, Optional<SoundFilters> watermark, Workspace workspace)
            throws IOException {
        FfmpegProgram ffmpeg = program.get();
        Path original = workspace.written(file, type.ending());
        Streams streams = ffmpeg.probe(type, original);
        Sound sound = streams.sound();
        SoundEncoding encoding = new SoundEncoding(ffmpeg, type, original, streams);
        SoundSurvey survey = new SoundSurvey(sound.channels(), sound.rate());
        encoding.read(survey);
        PromptPlan plan = plan(policy, survey, sound.channels(), sound.rate());
        if (plan.entries().isEmpty() && watermark.isEmpty()) {
            return file;
        }
        Path made = workspace.newFile(type.ending());
        encoding.write(
                made,
                plan.delay(sound.rate()),
                watermark.map(filters -> filters.open(sound.channels(), sound.rate())),
                plan);
        Source encodedAnew = workspace.open(FfmpegProgram.written(made));
        return type == MediaType.M4A ? MovieTags.copied(file, encodedAnew) : encodedAnew;
    }

    private static PromptPlan plan(ExplicitPolicy policy, SoundSurvey survey, int channels, int rate)
            throws IOException {
        Set<Place> places = policy.none() ? Set.of() : policy.places();
        return PromptPlan.of(places, prompt(policy.voicePrompt()), survey, channels, rate);
    }

    private static Prompt prompt(Optional<Path> voice) throws IOException {
        return voice.isPresent() ? VoicePrompt.of(voice.get()) : new RhythmPrompt();
    }

    private static void requireSound(MediaType type) {
        if (type.kind() != MediaType.Kind.AUDIO) {
            throw UNSUPPORTED.with("only sound files are labelled here, and not " + type);
        }
    }

    /// Whether the rhythm is heard at the start, near the middle or at the end.
    public Perceived perceive(MediaType type, Source file, Workspace workspace) throws IOException {
        return perceive(type, file, Optional.empty(), workspace);
    }

    /// Whether the rhythm, or this voice prompt, is heard at the start, near the middle or at the end. Other speech is
    /// not recognised.
    ///
    /// @param voice a WAV file
    public Perceived perceive(MediaType type, Source file, Optional<Path> voice, Workspace workspace)
            throws IOException {
        Set<Place> heard = heard(type, file, voice, EnumSet.allOf(Place.class), workspace);
        if (!heard.isEmpty()) {
            return new Perceived.Found(words(heard), Optional.empty());
        }
        return new Perceived.NotFound(
                "the rhythm at the start, near the middle and at the end; speech is not recognised here");
    }

    private static String words(Set<Place> places) {
        return places.stream()
                .map(place -> place.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /// Where, among these places, the rhythm or this voice prompt is heard.
    ///
    /// @param voice a WAV file; with one, the rhythm still counts
    public Set<Place> heard(MediaType type, Source file, Optional<Path> voice, Set<Place> places, Workspace workspace)
            throws IOException {
        requireSound(type);
        List<Prompt> prompts =
                voice.isPresent() ? List.of(new RhythmPrompt(), prompt(voice)) : List.of(new RhythmPrompt());
        Ear ear = ear(type, file, workspace);
        Set<Place> heard = EnumSet.noneOf(Place.class);
        for (Place place : places) {
            float[] part = part(ear, place);
            if (prompts.stream().anyMatch(prompt -> prompt.isIn(part, ear.rate()))) {
                heard.add(place);
            }
        }
        return heard;
    }

    private Ear ear(MediaType type, Source file, Workspace workspace) throws IOException {
        if (type == MediaType.WAV) {
            return new Ear.Plain(WavLayout.of(file));
        }
        FfmpegProgram ffmpeg = program.get().reading();
        Path path = workspace.written(file, type.ending());
        return new Ear.Decoding(ffmpeg, type, path, ffmpeg.probe(type, path));
    }

    /// The end is heard to its very end, since some files do not tell exactly how long they are.
    private static float[] part(Ear ear, Place place) throws IOException {
        int edge = SoundSurvey.EDGE_SECONDS;
        double around = Math.min(SoundSurvey.MIDDLE_SECONDS, ear.seconds() / 3) + LONGEST_PROMPT;
        return switch (place) {
            case START -> ear.hear(0, edge);
            case MIDDLE -> ear.hear(Math.max(0, ear.seconds() / 2 - around), 2 * around);
            case END -> ear.hear(Math.max(0, ear.seconds() - edge), 2.0 * edge);
        };
    }

    /// Who listens to samples.
    @FunctionalInterface
    public interface SoundSink {
        /// Listens to the next samples.
        ///
        /// @param mono the mean of all channels, -1 to 1
        /// @param rate frames per second
        /// @return whether to go on
        boolean take(float[] mono, int rate);
    }

    /// Plays the first seconds.
    public void samples(MediaType type, Source file, int mostSeconds, Workspace workspace, SoundSink sink)
            throws IOException {
        requireSound(type);
        if (type == MediaType.WAV) {
            WavLayout wav = WavLayout.of(file);
            long end = Math.min(wav.frames(), (long) mostSeconds * wav.rate());
            new WavEditing(wav).play(0, end, sink);
            return;
        }
        FfmpegProgram ffmpeg = program.get().reading();
        Path path = workspace.written(file, type.ending());
        new SoundEncoding(ffmpeg, type, path, ffmpeg.probe(type, path)).play(mostSeconds, sink);
    }
}
