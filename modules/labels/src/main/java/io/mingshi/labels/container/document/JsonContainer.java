package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// JSON files: the object is the first member of the file's own object, named `AIGC`.
///
/// No guide names a place in JSON; this is the convention of this project, in the words of annex E b). Members of the
/// same name deeper in the file are content and are neither read nor touched.
public final class JsonContainer implements Container {
    private static final String NAME = "AIGC";

    /// A label with signatures has a few thousand characters.
    private static final int LONGEST_LABEL = 65_536;

    /// White space before the first member is taken as the style of the file if it is not longer.
    private static final int LONGEST_INDENT = 64;

    /// A container for JSON files.
    public JsonContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        JsonScan scan = JsonScan.of(file, Set.of(NAME));
        for (JsonScan.Member member : scan.members()) {
            if (member.end() - member.value() > LONGEST_LABEL) {
                sightings.unread("the member AIGC of the JSON file is too long for a label");
            } else {
                sightings.site(Place.PRESCRIBED, "JSON member AIGC", text(file, member));
            }
        }
        scan.flaw().ifPresent(sightings::flaw);
        return sightings;
    }

    private static String text(Source file, JsonScan.Member member) throws IOException {
        byte[] value = file.bytes(member.value(), (int) (member.end() - member.value()));
        return new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        JsonScan scan = JsonScan.of(file, Set.of(NAME));
        scan.flaw().ifPresent(flaw -> {
            throw MALFORMED.with(flaw);
        });
        List<JsonScan.Member> old = scan.members();
        for (JsonScan.Member member : old) {
            requireLabel(file, member);
        }
        Splice.Builder out = Splice.builder();
        long at = scan.open();
        out.copy(file, 0, at);
        String label = "\"AIGC\":" + json;
        boolean first = !old.isEmpty() && old.getFirst().comma() < 0;
        if (first) {
            out.copy(file, at, old.getFirst().start() - at).insert(utf8(label));
            at = old.getFirst().end();
        } else if (scan.firstKey().isPresent()) {
            out.insert(utf8(indent(file, at, scan.firstKey().get()) + label + ","));
        } else {
            out.insert(utf8(label));
        }
        for (JsonScan.Member member : first ? old.subList(1, old.size()) : old) {
            out.copy(file, at, member.comma() - at);
            at = member.end();
        }
        return out.copy(file, at, file.size() - at).build();
    }

    /// A string or an object in this place is somebody's label, however wrong; anything else is content.
    private static void requireLabel(Source file, JsonScan.Member member) throws IOException {
        byte first = file.bytes(member.value(), 1)[0];
        if (first != '{' && first != '"') {
            throw UNSUPPORTED.with("the member AIGC of the JSON file holds something that is no label; rename it");
        }
    }

    private static String indent(Source file, long open, long firstKey) throws IOException {
        long length = firstKey - open;
        return length > LONGEST_INDENT ? "" : new String(file.bytes(open, (int) length), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
