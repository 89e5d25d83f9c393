package io.mingshi.labels.c2pa;

import com.upokecenter.cbor.CBORObject;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.ManifestHost.Hosted;
import io.mingshi.labels.container.ManifestHost.Range;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// A manifest as programs write it that know nothing of AIGC objects.
///
/// @param claim the label of its claim
/// @param named assertions that the claim names
/// @param unnamed assertions that only lie beside them
record ForeignManifest(String claim, List<Assertion> named, List<Assertion> unnamed) {
    /// An assertion in CBOR.
    record Assertion(String label, byte[] cbor) {
        /// Actions with these source types, behind one that has none.
        static Assertion actions(String label, String... sources) {
            CBORObject actions = CBORObject.NewArray().Add(CBORObject.NewMap().Add("action", "c2pa.opened"));
            for (String source : sources) {
                actions.Add(CBORObject.NewMap().Add("action", "c2pa.created").Add("digitalSourceType", source));
            }
            return new Assertion(
                    label, CBORObject.NewMap().Add("actions", actions).EncodeToBytes());
        }

        private byte[] box() {
            return Jumbf.superbox("cbor", label, Jumbf.box("cbor", cbor));
        }

        private CBORObject reference() {
            byte[] box = box();
            MessageDigest digest = HashAlgorithm.SHA256.digest();
            digest.update(box, Jumbf.HEAD, box.length - Jumbf.HEAD);
            return CBORObject.NewMap()
                    .Add("url", "self#jumbf=c2pa.assertions/" + label)
                    .Add("hash", digest.digest());
        }
    }

    static ForeignManifest of(Assertion... named) {
        return new ForeignManifest("c2pa.claim.v2", List.of(named), List.of());
    }

    /// The file with this manifest, signed by the authority of [SmallFiles].
    byte[] in(ManifestHost host, byte[] plain) throws IOException {
        Source file = Source.of(plain);
        byte[] blank = store(DataHash.assertion(List.of(new Range(0, 0)), new byte[32]));
        Hosted hosted = host.host(file, new byte[blank.length]);
        byte[] hash = DataHash.hash(hosted.file(), hosted.excluded(), HashAlgorithm.SHA256);
        return host.host(file, store(DataHash.assertion(hosted.excluded(), hash)))
                .file()
                .bytes();
    }

    private byte[] store(byte[] binding) {
        List<Assertion> bound = new ArrayList<>(named);
        bound.add(new Assertion(DataHash.LABEL, binding));
        List<Assertion> all = new ArrayList<>(bound);
        all.addAll(unnamed);
        byte[] text = claim(bound);
        byte[] signature = CoseSign1.sign(SmallFiles.credential(), text);
        byte[][] boxes = all.stream().map(Assertion::box).toArray(byte[][]::new);
        return Jumbf.superbox(
                "c2pa",
                "c2pa",
                Jumbf.superbox(
                        "c2ma",
                        "urn:c2pa:foreign",
                        Jumbf.superbox("c2as", "c2pa.assertions", boxes),
                        Jumbf.superbox("c2cl", claim, Jumbf.box("cbor", text)),
                        Jumbf.superbox("c2cs", "c2pa.signature", Jumbf.box("cbor", signature))));
    }

    private byte[] claim(List<Assertion> bound) {
        CBORObject references = CBORObject.NewArray();
        bound.forEach(assertion -> references.Add(assertion.reference()));
        return CBORObject.NewMap()
                .Add("instanceID", "xmp:iid:foreign")
                .Add("signature", "self#jumbf=c2pa.signature")
                .Add(claim.equals("c2pa.claim") ? "assertions" : "created_assertions", references)
                .Add("alg", "sha256")
                .EncodeToBytes();
    }
}
