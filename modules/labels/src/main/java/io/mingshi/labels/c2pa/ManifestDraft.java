package io.mingshi.labels.c2pa;

import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/// A manifest for content that a model generated, complete but for what binds it to the file.
///
/// @param generator name and version of the software
/// @param json the AIGC object
/// @param urn the name of the manifest
/// @param instance the name of this version of the file
record ManifestDraft(SigningCredential credential, Generator generator, String json, String urn, String instance) {
    /// The assertion with the AIGC object of GB 45438.
    static final String AIGC = "org.mingshi.aigc";

    static final String CLAIM = "c2pa.claim.v2";
    static final String SIGNATURE = "c2pa.signature";
    static final String ASSERTIONS = "c2pa.assertions";
    private static final String ACTIONS = "c2pa.actions.v2";
    private static final String GENERATED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    /// A program and its version.
    record Generator(String name, String version) {
        private CBORObject map() {
            return CBORObject.NewOrderedMap().Add("name", name).Add("version", version);
        }
    }

    static ManifestDraft of(SigningCredential credential, Generator generator, String json) {
        return new ManifestDraft(
                credential, generator, json, "urn:c2pa:" + UUID.randomUUID(), "xmp:iid:" + UUID.randomUUID());
    }

    /// How long the store with such an assertion is.
    int length(String label, byte[] binding) {
        return store(label, binding, false).length;
    }

    /// The store with this manifest alone.
    ///
    /// @param label of the assertion that binds the manifest to the file
    /// @param binding its CBOR
    byte[] store(String label, byte[] binding) {
        return store(label, binding, true);
    }

    private byte[] store(String label, byte[] binding, boolean signed) {
        List<String> labels = List.of(ACTIONS, label, AIGC);
        List<byte[]> assertions = List.of(
                Jumbf.superbox("cbor", ACTIONS, Jumbf.box("cbor", actions())),
                Jumbf.superbox("cbor", label, Jumbf.box("cbor", binding)),
                Jumbf.superbox("json", AIGC, Jumbf.box("json", json.getBytes(StandardCharsets.UTF_8))));
        byte[] claim = claim(labels, assertions);
        byte[] signature = signed ? CoseSign1.sign(credential, claim) : CoseSign1.blank(credential);
        byte[] manifest = Jumbf.superbox(
                "c2ma",
                urn,
                Jumbf.superbox("c2as", ASSERTIONS, assertions.toArray(byte[][]::new)),
                Jumbf.superbox("c2cl", CLAIM, Jumbf.box("cbor", claim)),
                Jumbf.superbox("c2cs", SIGNATURE, Jumbf.box("cbor", signature)));
        return Jumbf.superbox("c2pa", "c2pa", manifest);
    }

    private byte[] actions() {
        CBORObject created = CBORObject.NewOrderedMap()
                .Add("action", "c2pa.created")
                .Add(Actions.SOURCE, GENERATED)
                .Add("softwareAgent", generator.map());
        return CBORObject.NewOrderedMap()
                .Add("actions", CBORObject.NewArray().Add(created))
                .EncodeToBytes();
    }

    private byte[] claim(List<String> labels, List<byte[]> assertions) {
        CBORObject created = CBORObject.NewArray();
        for (int i = 0; i < labels.size(); i++) {
            created.Add(CBORObject.NewOrderedMap()
                    .Add("url", "self#jumbf=" + ASSERTIONS + "/" + labels.get(i))
                    .Add("hash", hash(assertions.get(i))));
        }
        return CBORObject.NewOrderedMap()
                .Add("instanceID", instance)
                .Add("claim_generator_info", generator.map())
                .Add("signature", "self#jumbf=/c2pa/" + urn + "/" + SIGNATURE)
                .Add("created_assertions", created)
                .Add("alg", "sha256")
                .EncodeToBytes();
    }

    /// Over what is in the box, without its own length and type.
    private static byte[] hash(byte[] superbox) {
        MessageDigest digest = HashAlgorithm.SHA256.digest();
        digest.update(superbox, Jumbf.HEAD, superbox.length - Jumbf.HEAD);
        return digest.digest();
    }
}
