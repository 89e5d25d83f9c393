package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What ffprobe says is in a file.
///
/// @param start of the earliest stream, in seconds
/// @param duration in seconds, 0 if unknown
/// @param bitRate of the whole file in bits per second, 0 if unknown
/// @param all every stream in the order of the file
public record Streams(double start, double duration, long bitRate, List<Stream> all) {
    /// What is asked of ffprobe; its flat form needs no parser for nested things.
    static final String ENTRIES = "format=start_time,duration,bit_rate"
            + ":stream=index,codec_type,codec_name,pix_fmt,width,height,sample_aspect_ratio,field_order,color_transfer,"
            + "r_frame_rate,avg_frame_rate,time_base,start_time,duration,bit_rate,channels,sample_rate,sample_fmt,"
            + "bits_per_raw_sample,channel_layout,profile:stream_disposition=attached_pic:stream_side_data=rotation:stream_tags=alpha_mode";

    private static final int MOST_STREAMS = 64;
    private static final int MOST_LINES = 10_000;

    /// One stream.
    public sealed interface Stream {
        /// Its place in the file, from 0.
        int index();

        /// What ffmpeg calls its coding.
        String codec();
    }

    /// Moving pictures, or a still one that is attached.
    ///
    /// @param width of the stored frames in pixels
    /// @param height of the stored frames in pixels
    /// @param pixelShape width of a pixel divided by its height
    /// @param rotation that the player makes, counter-clockwise in degrees: 0, 90, 180 or 270
    /// @param pixels what ffmpeg calls the layout of pixels
    /// @param transfer what ffmpeg calls the transfer curve
    /// @param interlaced whether frames are made of two fields
    /// @param alpha whether frames have transparency
    /// @param attached whether it is a still picture such as a cover
    /// @param rate frames per second as a fraction, the same throughout; empty where it varies
    /// @param timeBase the fraction of a second that its times count in
    /// @param start in seconds
    /// @param duration in seconds, 0 if unknown
    /// @param bitRate in bits per second, 0 if unknown
    public record Film(
            int index,
            String codec,
            int width,
            int height,
            double pixelShape,
            int rotation,
            String pixels,
            String transfer,
            boolean interlaced,
            boolean alpha,
            boolean attached,
            Optional<String> rate,
            String timeBase,
            double start,
            double duration,
            long bitRate)
            implements Stream {
        /// Whether the player swaps the sides.
        public boolean turned() {
            return rotation == 90 || rotation == 270;
        }

        /// Whether it uses more than the brightness of ordinary screens.
        public boolean highDynamicRange() {
            return transfer.equals("smpte2084") || transfer.equals("arib-std-b67");
        }

        /// The layout in which ffmpeg lays a picture over the frames. Left to itself it takes RGB, through which every
        /// frame would go and come back changed.
        String overlayForm() {
            if (deep()) {
                return pixels.startsWith("yuv422p") ? "yuv422p10" : "yuv420p10";
            }
            return pixels.matches("yuvj?42[02]p|yuvj?444p") ? pixels.replaceAll("j|p", "") : "yuv420";
        }

        /// Whether samples have more than 8 bits.
        public boolean deep() {
            return pixels.matches(".*(9|10|12|14|16)(le|be)|p01[0-9](le|be)?");
        }
    }

    /// Sound.
    ///
    /// @param channels how many
    /// @param rate frames per second
    /// @param layout what ffmpeg calls the places of the channels; empty if unknown
    /// @param bits per sample where the coding keeps all of them, else 0
    /// @param replicates whether the upper half of the spectrum is only hinted at (HE-AAC)
    /// @param bitRate in bits per second, 0 if unknown
    public record Sound(
            int index, String codec, int channels, int rate, String layout, int bits, boolean replicates, long bitRate)
            implements Stream {}

    /// Subtitles, data, attachments.
    public record Other(int index, String codec, String kind) implements Stream {}

    public Streams {
        all = List.copyOf(all);
    }

    /// The moving pictures; none or several of them cannot be labelled.
    public Film film() {
        List<Film> films = films().stream().filter(film -> !film.attached()).toList();
        if (films.size() != 1) {
            throw MALFORMED.with("the file holds " + films.size() + " streams of moving pictures and not one");
        }
        return films.getFirst();
    }

    /// Every stream of pictures.
    public List<Film> films() {
        return all.stream().filter(Film.class::isInstance).map(Film.class::cast).toList();
    }

    /// The one stream of sound of a sound file.
    public Sound sound() {
        List<Sound> sounds = sounds();
        if (sounds.size() != 1) {
            throw MALFORMED.with("the file holds " + sounds.size() + " streams of sound and not one");
        }
        return sounds.getFirst();
    }

    /// Every stream of sound.
    public List<Sound> sounds() {
        return all.stream()
                .filter(Sound.class::isInstance)
                .map(Sound.class::cast)
                .toList();
    }

    /// Reads the flat form: one `key=value` a line, texts in quotation marks.
    static Streams of(String flat) {
        Map<String, String> values = new HashMap<>();
        List<String> lines = flat.lines().limit(MOST_LINES).toList();
        for (String line : lines) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                String value = line.substring(sign + 1);
                boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
                values.put(line.substring(0, sign), quoted ? value.substring(1, value.length() - 1) : value);
            }
        }
        List<Stream> streams = new ArrayList<>();
        for (int i = 0; values.containsKey("streams.stream." + i + ".index"); i++) {
            if (i == MOST_STREAMS) {
                throw TOO_LARGE.with("the file has more than " + MOST_STREAMS + " streams");
            }
            streams.add(new StreamFields(values, i).stream());
        }
        StreamFields format = new StreamFields(values, "format.");
        return new Streams(
                format.seconds("start_time"), format.seconds("duration"), format.number("bit_rate"), streams);
    }
}
