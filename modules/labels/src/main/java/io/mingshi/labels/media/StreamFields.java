package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.media.Streams.Film;
import io.mingshi.labels.media.Streams.Other;
import io.mingshi.labels.media.Streams.Sound;
import io.mingshi.labels.media.Streams.Stream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What ffprobe says of one stream, or of the whole file.
///
/// @param values every key and value
/// @param prefix of the keys that belong to the stream
record StreamFields(Map<String, String> values, String prefix) {
    private static final int LONGEST_SIDE = 32_768;
    private static final int MOST_CHANNELS = 64;
    private static final int HIGHEST_RATE = 768_000;
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})[/:](\\d{1,9})");
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

    StreamFields(Map<String, String> values, int stream) {
        this(values, "streams.stream." + stream + ".");
    }

    Stream stream() {
        return switch (text("codec_type")) {
            case "video" -> film();
            case "audio" -> sound();
            default -> new Other((int) number("index"), text("codec_name"), text("codec_type"));
        };
    }

    private Film film() {
        String pixels = text("pix_fmt");
        return new Film(
                (int) number("index"),
                text("codec_name"),
                within("width", LONGEST_SIDE),
                within("height", LONGEST_SIDE),
                pixelShape(),
                rotation(),
                pixels,
                text("color_transfer"),
                text("field_order").matches("tt|bb|tb|bt"),
                text("tags.alpha_mode").equals("1")
                        || pixels.matches("yuva.*|rgba.*|bgra.*|argb.*|abgr.*|gbrap.*|ya.*"),
                number("disposition.attached_pic") == 1,
                rate(),
                text("time_base"),
                seconds("start_time"),
                seconds("duration"),
                number("bit_rate"));
    }

    private Sound sound() {
        return new Sound(
                (int) number("index"),
                text("codec_name"),
                within("channels", MOST_CHANNELS),
                within("sample_rate", HIGHEST_RATE),
                text("channel_layout").matches("[a-z0-9.()]+") ? text("channel_layout") : "",
                (int) number("bits_per_raw_sample"),
                text("profile").startsWith("HE-"),
                number("bit_rate"));
    }

    private int within(String key, int most) {
        long value = number(key);
        if (value < 1 || value > most) {
            throw MALFORMED.with("the " + key.replace('_', ' ') + " of a stream is not between 1 and " + most);
        }
        return (int) value;
    }

    String text(String key) {
        return values.getOrDefault(prefix + key, "");
    }

    /// The number, or 0 where there is none.
    long number(String key) {
        String value = text(key);
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    double seconds(String key) {
        String value = text(key);
        return SECONDS.matcher(value).matches() ? Double.parseDouble(value) : 0;
    }

    private double pixelShape() {
        double shape = fraction("sample_aspect_ratio");
        return shape < 0.1 || shape > 10 ? 1 : shape;
    }

    private double fraction(String key) {
        Matcher fraction = FRACTION.matcher(text(key));
        return fraction.matches() && !fraction.group(2).matches("0+")
                ? Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2))
                : 0;
    }

    /// Frames come evenly where the least common rate is the mean rate, but for what rounding of the duration makes.
    private Optional<String> rate() {
        double real = fraction("r_frame_rate");
        double mean = fraction("avg_frame_rate");
        return real > 0 && real <= 1000 && Math.abs(real - mean) < 0.001 * real
                ? Optional.of(text("r_frame_rate"))
                : Optional.empty();
    }

    /// The display matrix is among the side data, in a place that differs.
    private int rotation() {
        for (int i = 0; i < 8; i++) {
            String value = text("side_data_list.side_data." + i + ".rotation");
            if (value.matches("-?\\d{1,3}(\\.0+)?")) {
                return Math.floorMod(Math.round(Float.parseFloat(value)), 360);
            }
        }
        return 0;
    }
}
