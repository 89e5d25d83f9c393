package io.mingshi.labels.container.bmff;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A box with the boxes around it.
record Node(Box box, Optional<Node> parent) {
    static Node top(Box box) {
        return new Node(box, Optional.empty());
    }

    boolean is(String type) {
        return box.is(type);
    }

    /// The boxes inside, for a box that holds nothing else.
    List<Node> children(Source file) throws IOException {
        return children(file, 0);
    }

    /// The boxes inside, behind so many bytes of other content.
    List<Node> children(Source file, int skip) throws IOException {
        List<Node> nodes = new ArrayList<>();
        if (box.content() + skip <= box.end()) {
            for (Box inside : BmffBoxes.within(file, box.content() + skip, box.end())) {
                nodes.add(new Node(inside, Optional.of(this)));
            }
        }
        return nodes;
    }

    /// The boxes inside of one type.
    List<Node> all(Source file, String type) throws IOException {
        return children(file).stream().filter(child -> child.is(type)).toList();
    }

    /// The boxes that are reached through one of each of these types.
    List<Node> along(Source file, String... types) throws IOException {
        List<Node> nodes = List.of(this);
        for (String type : types) {
            List<Node> next = new ArrayList<>();
            for (Node node : nodes) {
                next.addAll(node.all(file, type));
            }
            nodes = next;
        }
        return nodes;
    }

    /// How many bytes of a `meta` box precede the boxes inside: QuickTime has it without version and flags.
    int metaHead(Source file) throws IOException {
        long left = box.length() - box.header();
        boolean plain = left >= 8
                && Bytes.latin1(file.bytes(box.content() + 4, 4), 0, 4).equals("hdlr");
        return plain ? 0 : 4;
    }

    /// The boxes inside a `meta` box.
    List<Node> metaChildren(Source file) throws IOException {
        return children(file, metaHead(file));
    }
}
