package io.mingshi.labels.media;

import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Small films and sounds, made on the spot by ffmpeg.
public final class Clips {
    static final FfmpegProgram FFMPEG = FfmpegProgram.find();

    private Clips() {}

    /// A moving test picture.
    public static List<String> picture(int width, int height, String rate, double seconds) {
        return List.of("-f", "lavfi", "-i", "testsrc2=s=" + width + "x" + height + ":r=" + rate + ":d=" + seconds);
    }

    /// A tone, one for each channel.
    static List<String> tone(int channels, int rate, double seconds) {
        StringBuilder tones = new StringBuilder("aevalsrc=exprs=");
        for (int channel = 0; channel < channels; channel++) {
            tones.append(channel == 0 ? "" : "|")
                    .append("0.2*sin(")
                    .append(1500 + 440 * channel)
                    .append("*t)");
        }
        return List.of("-f", "lavfi", "-i", tones + ":s=" + rate + ":d=" + seconds);
    }

    /// Something like speech: syllables of a gliding voice with noise over it, and pauses between the sentences.
    public static List<String> speech(int channels, int rate, double seconds) {
        String voice = "0.3*sin(2*PI*180*t+12*sin(2*PI*1.3*t))*(0.55+0.45*sin(2*PI*4*t))";
        String noise = "+0.1*(random(0)-0.5)*(0.5+0.5*sin(2*PI*2.7*t))";
        String sentence = "(" + voice + noise + ")*lt(mod(t,3.1),2.6)";
        String each = String.join("|", Collections.nCopies(channels, sentence));
        return List.of("-f", "lavfi", "-i", "aevalsrc=exprs='" + each + "':s=" + rate + ":d=" + seconds);
    }

    /// Something like another voice, of this length.
    static List<String> voice(double seconds) {
        String voice = "0.4*sin(2*PI*240*t+9*sin(2*PI*2.1*t)+4*sin(2*PI*31*t))*(0.5+0.5*sin(2*PI*3.3*t))";
        return List.of("-f", "lavfi", "-i", "aevalsrc=exprs='" + voice + "':s=24000:d=" + seconds);
    }

    /// What ffmpeg makes of this.
    public static Source made(Workspace workspace, String ending, List<String> inputs, String... output)
            throws IOException {
        return workspace.open(madeFile(workspace, ending, inputs, output));
    }

    static Path madeFile(Workspace workspace, String ending, List<String> inputs, String... output) throws IOException {
        Path file = workspace.newFile(ending);
        List<String> arguments = new ArrayList<>(inputs);
        arguments.addAll(List.of(output));
        arguments.add(file.toString());
        FFMPEG.run(arguments);
        return file;
    }

    static List<String> together(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /// What ffmpeg says on its standard output.
    static String said(String... arguments) {
        StringBuilder text = new StringBuilder();
        FFMPEG.read(List.of(arguments), output -> {
            text.append(new String(output.readAllBytes(), StandardCharsets.UTF_8));
            return true;
        });
        return text.toString();
    }

    /// The hash of the packets of these streams, as they are in the file.
    static String packets(Workspace workspace, Source file, String ending, String streams) {
        try {
            Path path = workspace.written(file, ending);
            return said("-i", path.toString(), "-map", "0:" + streams, "-c", "copy", "-f", "md5", "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// When each frame of the film is shown, in units of its time base.
    static List<String> times(Workspace workspace, Source file, String ending) throws IOException {
        Path path = workspace.written(file, ending);
        return said(
                        "-i",
                        path.toString(),
                        "-map",
                        "0:v:0",
                        "-fps_mode",
                        "passthrough",
                        "-enc_time_base",
                        "1/1000",
                        "-f",
                        "framecrc",
                        "-")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", 4)[2].strip())
                .toList();
    }
}
