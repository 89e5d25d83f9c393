package io.mingshi.screening.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes networks as ONNX files, which prove the way from a file to a verdict and nothing else.
///
/// One tells red pictures from others: the mean of each colour, then one matrix, by which `red` is 10 red - 5 green -
/// 5 blue and `other` is always 2. The other finds "faces" as `FaceDetectorYN` reads them: a square of 8, 16 or 32
/// pixels is one when it is red. To write the file of the tests again: `java … TinyNetwork FILE`.
///
/// [The format](https://github.com/onnx/onnx/blob/main/onnx/onnx.proto)
final class TinyNetwork {
    static final int SIDE = 8;
    private static final float[] MATRIX = {10, 0, -5, 0, -5, 0};
    private static final float[] BIAS = {0, 2};
    private static final float[] RED_BLUE_FIRST = {-0.1f, -0.1f, 0.1f};
    private static final float[] NOTHING = {0, 0, 0};
    private static final int FLOAT = 1;
    private static final int INTS = 7;

    private TinyNetwork() {}

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), file());
    }

    static byte[] file() {
        Message graph = new Message()
                .message(1, node("GlobalAveragePool", "means", "picture"))
                .message(1, node("Flatten", "flat", "means"))
                .message(1, node("Gemm", "values", "flat", "matrix", "bias"))
                .text(2, "tiny")
                .message(5, tensor("matrix", MATRIX, 3, 2))
                .message(5, tensor("bias", BIAS, 2))
                .message(11, value("picture", 1, 3, SIDE, SIDE))
                .message(12, value("values", 1, 2));
        return model(graph);
    }

    /// Four outputs for each of three sizes of squares: is it a face, is it anything, where, and with which points.
    static byte[] facesFile() {
        Message graph = new Message();
        for (int square : new int[] {8, 16, 32}) {
            graph.message(
                    1,
                    node("AveragePool", "mean_" + square, "picture")
                            .message(5, numbers("kernel_shape", square, square))
                            .message(5, numbers("strides", square, square)));
            output(graph, "cls_" + square, square, 1, RED_BLUE_FIRST, -5);
            output(graph, "obj_" + square, square, 1, RED_BLUE_FIRST, -5);
            output(graph, "bbox_" + square, square, 4, NOTHING, 0);
            output(graph, "kps_" + square, square, 10, NOTHING, 0);
        }
        graph.text(2, "tiny").message(11, value("picture", 1, 3, 320, 320));
        return model(graph);
    }

    private static void output(Message graph, String name, int square, int values, float[] colours, float bias) {
        float[] matrix = new float[3 * values];
        float[] biases = new float[values];
        for (int i = 0; i < values; i++) {
            System.arraycopy(colours, 0, matrix, 3 * i, 3);
            biases[i] = bias;
        }
        graph.message(5, tensor(name + "_matrix", matrix, values, 3, 1, 1));
        graph.message(5, tensor(name + "_bias", biases, values));
        graph.message(1, node("Conv", name + "_raw", "mean_" + square, name + "_matrix", name + "_bias"));
        String last = name + "_raw";
        if (values == 1) {
            graph.message(1, node("Sigmoid", name + "_scores", last));
            last = name + "_scores";
        }
        graph.message(1, node("Transpose", name, last).message(5, numbers("perm", 0, 2, 3, 1)));
        graph.message(12, value(name, 1, 320 / square, 320 / square, values));
    }

    private static Message numbers(String name, int... values) {
        Message attribute = new Message().text(1, name);
        for (int value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, INTS);
    }

    private static byte[] model(Message graph) {
        Message operators = new Message().text(1, "").number(2, 13);
        return new Message()
                .number(1, 8)
                .text(2, "mingshi")
                .message(7, graph)
                .message(8, operators)
                .bytes();
    }

    private static Message node(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(3, output).text(4, operator);
    }

    private static Message tensor(String name, float[] values, int... sizes) {
        Message tensor = new Message();
        for (int size : sizes) {
            tensor.number(1, size);
        }
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array());
    }

    private static Message value(String name, int... sizes) {
        Message shape = new Message();
        for (int size : sizes) {
            shape.message(1, new Message().number(1, size));
        }
        Message type = new Message().message(1, new Message().number(1, FLOAT).message(2, shape));
        return new Message().text(1, name).message(2, type);
    }

    /// A message of Protocol Buffers while it is written.
    private static final class Message {
        private static final int VARINT = 0;
        private static final int LENGTH = 2;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(((long) field << 3) | VARINT);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes());
        }

        Message bytes(int field, byte[] value) {
            varint(((long) field << 3) | LENGTH);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 0x7f) {
                out.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
