package io.mingshi.labels;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.labels.image.PictureEditor;
import io.mingshi.labels.media.Clips;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import io.mingshi.labels.watermark.picture.SyntheticPhotograph;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A small file of every format, most of them made by other people's programs.
final class SampleFiles {
    private static final Map<MediaType, byte[]> MADE = new ConcurrentHashMap<>();

    private SampleFiles() {}

    static byte[] of(MediaType type) throws IOException {
        return switch (type) {
            case TEXT -> "Good morning, 世界.\n\nGood evening.\n".getBytes(UTF_8);
            case MARKDOWN -> "# Title\n\nA paragraph.\n\nAnother.\n".getBytes(UTF_8);
            case HTML ->
                "<!doctype html><html><head><title>T</title></head><body><p>A</p><p>B</p></body></html>"
                        .getBytes(UTF_8);
            case JSON -> "{\"answer\": [1, 2, {\"three\": 3}]}".getBytes(UTF_8);
            case PDF -> resource("document/streams.pdf");
            case DOCX -> resource("document/story.docx");
            case XLSX -> resource("document/figures.xlsx");
            case PPTX -> presentation();
            case PNG -> Samples.png(320, 200);
            case JPEG -> Samples.jpeg(320, 200);
            case WEBP -> resource("image/lossy.webp");
            case GIF -> resource("image/animated.gif");
            case TIFF -> resource("image/little-endian.tif");
            case HEIF -> resource("film/plain.heic");
            case AVIF -> resource("film/plain.avif");
            case WAV -> Samples.wav(16_000, 1, 16);
            case MP3 -> resource("sounds/v24.mp3");
            case FLAC -> resource("sounds/tone.flac");
            case OGG -> resource("sounds/opus.opus");
            case M4A -> resource("film/sound.m4a");
            case MP4, MOV, MKV -> film(type, "libopenh264");
            case WEBM -> film(type, "libvpx");
            case FLV -> resource("film/plain.flv");
            case AVI -> resource("film/plain.avi");
        };
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = SampleFiles.class.getResourceAsStream("/io/mingshi/labels/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }

    private static byte[] film(MediaType type, String codec) {
        return MADE.computeIfAbsent(
                type, absent -> clip(type, Clips.picture(160, 120, "10", 3), "-c:v", codec, "-pix_fmt", "yuv420p"));
    }

    private static byte[] clip(MediaType type, List<String> inputs, String... output) {
        try (Workspace workspace = Workspace.temporary()) {
            return Clips.made(workspace, type.ending(), inputs, output).bytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] presentation() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
            part(zip, "ppt/presentation.xml", "<presentation/>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(UTF_8));
        zip.closeEntry();
    }

    /// A picture with the detail of a photograph.
    static byte[] photograph(MediaType type) throws IOException {
        BufferedImage picture = SyntheticPhotograph.of(768, 576, 7);
        return type == MediaType.WEBP
                ? clip(type, List.of("-i", written(picture)), "-frames:v", "1", "-c:v", "libwebp", "-quality", "90")
                : Samples.encode(picture, type.ending().equals("jpg") ? "jpeg" : "png");
    }

    private static String written(BufferedImage picture) throws IOException {
        Path file = Files.createTempFile("photograph", ".png");
        file.toFile().deleteOnExit();
        Files.write(file, Samples.encode(picture, "png"));
        return file.toString();
    }

    /// The pixels of a file without anything else.
    static byte[] pixels(MediaType type, byte[] file) throws IOException {
        return Samples.encode(new PictureEditor().decoded(type, Source.of(file)).orElseThrow(), "png");
    }

    /// Ten seconds of sound, or six of a film with much detail.
    static byte[] tenSeconds(MediaType type) {
        if (type == MediaType.MP4) {
            List<String> inputs = List.of("-f", "lavfi", "-i", "mandelbrot=s=640x480:r=8");
            return clip(type, inputs, "-t", "6", "-c:v", "libopenh264", "-b:v", "3M", "-pix_fmt", "yuv420p");
        }
        return clip(type, new ArrayList<>(Clips.speech(1, 44_100, 10)));
    }
}
