package io.mingshi.records.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.proof.Policy.Quorum;
import java.util.List;

/// Writes a policy in the form of [C2SP tlog-policy](https://c2sp.org/tlog-policy).
final class PolicyText {
    private final StringBuilder text = new StringBuilder();
    private int groups;

    private PolicyText() {}

    /// The octets of the file: names are octets to the format, keys are UTF-8.
    static byte[] of(Policy policy) {
        PolicyText writer = new PolicyText();
        policy.logs().forEach(log -> writer.line("log", octets(log.key())));
        policy.witnesses().forEach(witness -> writer.line("witness", witness.name(), octets(witness.key())));
        writer.line("quorum", writer.name(policy.quorum()));
        return writer.text.toString().getBytes(ISO_8859_1);
    }

    private static String octets(VerifierKey key) {
        return new String(key.toString().getBytes(UTF_8), ISO_8859_1);
    }

    /// The name of a quorum; a group is written before it is named.
    private String name(Quorum quorum) {
        return switch (quorum) {
            case Quorum.None _ -> "none";
            case Quorum.One(String witness) -> witness;
            case Quorum.Group(int threshold, List<Quorum> members) -> {
                String names = String.join(" ", members.stream().map(this::name).toList());
                String name = "export-group-" + ++groups;
                line("group", name, Integer.toString(threshold), names);
                yield name;
            }
        };
    }

    private void line(String... words) {
        text.append(String.join(" ", words)).append('\n');
    }
}
