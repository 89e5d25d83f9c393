package io.mingshi.labels.benchmark;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.LabeledContent;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.VerificationReport;
import io.mingshi.labels.VerifyOptions;
import io.mingshi.labels.watermark.WatermarkKey;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Pictures, beside what the codec alone costs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PictureBenchmark {
    private final LabelEngine engine = new LabelEngine(Inputs.PRODUCER);
    private final WatermarkKey key = WatermarkKey.of(new byte[32]);
    private final LabelVerifier everything =
            new LabelVerifier(VerifyOptions.PUBLIC.with(key));
    private final LabelRequest standard = engine.request("work-1");
    private final LabelRequest metadata = standard.with(ExplicitPolicy.NONE);
    private LabelRequest all;
    private byte[] jpeg;
    private byte[] smallJpeg;
    private byte[] smallPng;

    @Setup
    public void read() throws IOException {
        jpeg = Inputs.jpeg(1024);
        smallJpeg = Inputs.jpegOf(100_000);
        smallPng = Inputs.pngOf(100_000);
        all = standard.watermarkedWith(key).withManifestBy(Inputs.manifestSigner());
    }

    /// The peer: libjpeg-turbo, through OpenCV, decoding and encoding the same picture at the same quality.
    @Benchmark
    public long bareDecodeEncode() {
        try (BytePointer file = new BytePointer(jpeg);
                Mat bytes = new Mat(1, jpeg.length, opencv_core.CV_8U, file);
                Mat picture = opencv_imgcodecs.imdecode(bytes, opencv_imgcodecs.IMREAD_COLOR);
                BytePointer out = new BytePointer();
                IntPointer quality = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, 90)) {
            opencv_imgcodecs.imencode(".jpg", picture, out, quality);
            return out.limit();
        }
    }

    @Benchmark
    public LabeledContent jpegExplicitMetadataReadBack() {
        return engine.label(MediaType.JPEG, jpeg, standard);
    }

    @Benchmark
    public LabeledContent jpegWithWatermarkAndManifest() {
        return engine.label(MediaType.JPEG, jpeg, all);
    }

    @Benchmark
    public VerificationReport verifyUnlabelledJpegEveryLayer() {
        return everything.verify(jpeg);
    }

    @Benchmark
    public Object metadataOnlyJpeg100kB() throws IOException {
        return Inputs.metadataOnly(MediaType.JPEG, smallJpeg, metadata);
    }

    @Benchmark
    public Object metadataOnlyPng100kB() throws IOException {
        return Inputs.metadataOnly(MediaType.PNG, smallPng, metadata);
    }
}
