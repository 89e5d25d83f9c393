package io.mingshi.labels.c2pa;

import com.upokecenter.cbor.CBORObject;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.ManifestHost.Found;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The last manifest of a store, which is the one about the file as it is.
final class ActiveManifest {
    private static final String CLAIM_1 = "c2pa.claim";

    /// More than any manifest has; each costs a hash.
    private static final int MAX_ASSERTIONS = 1_000;

    private final byte[] store;
    private final SuperBox manifest;

    private ActiveManifest(byte[] store, SuperBox manifest) {
        this.store = store;
        this.manifest = manifest;
    }

    static ActiveManifest in(byte[] store) throws Faulty {
        SuperBox outer = SuperBox.parse(store);
        if (!outer.kind().equals("c2pa") || outer.children().isEmpty()) {
            throw Faulty.broken("the manifest store holds no manifest");
        }
        SuperBox last = outer.children().getLast();
        if (!last.kind().equals("c2ma")) {
            throw Faulty.unread("the last manifest is an update or compressed; such are not read");
        }
        return new ActiveManifest(store, last);
    }

    ManifestReport check(Found found, Source file, Trust trust) throws Faulty, IOException {
        byte[] encoded = content(claimBox(), "cbor");
        CBORObject claim = Cbor.decode(encoded);
        byte[] signature = content(signatureBox(claim), "cbor");
        List<X509Certificate> chain = CoseSign1.verified(signature, encoded).chain();
        Map<String, SuperBox> assertions = assertions(claim);
        checkBinding(claim, assertions, found, file);
        boolean synthetic = synthetic(assertions);
        Optional<String> aigc = aigc(assertions);
        String signer = chain.getFirst().getSubjectX500Principal().getName();
        return trust.objection(chain)
                .<ManifestReport>map(objection -> new ManifestReport.Intact(signer, synthetic, aigc, objection))
                .orElseGet(() -> new ManifestReport.Trusted(signer, synthetic, aigc));
    }

    private SuperBox claimBox() throws Faulty {
        List<SuperBox> claims = manifest.children().stream()
                .filter(child -> child.kind().equals("c2cl"))
                .toList();
        if (claims.size() != 1) {
            throw Faulty.broken("the manifest does not have one claim");
        }
        String label = claims.getFirst().label();
        if (!label.equals(ManifestDraft.CLAIM) && !label.equals(CLAIM_1)) {
            throw Faulty.unread("the claim of the manifest is of an unknown version");
        }
        return claims.getFirst();
    }

    private SuperBox signatureBox(CBORObject claim) throws Faulty {
        String named = Cbor.text(Cbor.member(claim, "signature"), "");
        if (!path(named).equals(ManifestDraft.SIGNATURE)) {
            throw Faulty.broken("the claim of the manifest names another signature");
        }
        return manifest.child(ManifestDraft.SIGNATURE)
                .orElseThrow(() -> Faulty.broken("the manifest has no signature"));
    }

    /// Where a JUMBF address points inside this manifest, or nowhere.
    private String path(String address) {
        String inside = address.startsWith("self#jumbf=") ? address.substring("self#jumbf=".length()) : "";
        String here = "/c2pa/" + manifest.label() + "/";
        return inside.startsWith(here) ? inside.substring(here.length()) : inside;
    }

    private byte[] content(SuperBox superbox, String type) throws Faulty {
        SuperBox.Box box = superbox.content(type)
                .orElseThrow(() -> Faulty.broken("the box " + superbox.label() + " of the manifest is empty"));
        return Bytes.slice(store, box.data(), box.end() - box.data());
    }

    /// The assertions of the claim by their labels, with their hashes checked.
    private Map<String, SuperBox> assertions(CBORObject claim) throws Faulty {
        List<CBORObject> references = new ArrayList<>();
        for (String list : List.of("created_assertions", "gathered_assertions", "assertions")) {
            references.addAll(Cbor.list(Cbor.member(claim, list)));
        }
        if (references.size() > MAX_ASSERTIONS) {
            throw Faulty.unread("the manifest has more than " + MAX_ASSERTIONS + " assertions");
        }
        Map<String, SuperBox> assertions = new HashMap<>();
        for (CBORObject reference : references) {
            SuperBox assertion = assertion(Cbor.text(Cbor.member(reference, "url"), ""));
            // Each once, so that a long one cannot be hashed a thousand times.
            if (assertions.put(assertion.label(), assertion) != null) {
                throw Faulty.broken("the claim of the manifest names an assertion twice");
            }
            checkHash(reference, assertion, usual(claim));
        }
        return assertions;
    }

    private SuperBox assertion(String address) throws Faulty {
        String path = path(address);
        String folder = ManifestDraft.ASSERTIONS + "/";
        return manifest.child(ManifestDraft.ASSERTIONS)
                .filter(ignored -> path.startsWith(folder))
                .flatMap(all -> all.child(path.substring(folder.length())))
                .orElseThrow(() -> Faulty.broken("the manifest lacks an assertion that its claim names"));
    }

    private void checkHash(CBORObject reference, SuperBox assertion, HashAlgorithm usual) throws Faulty {
        String algorithm = Cbor.text(Cbor.member(reference, "alg"), "");
        MessageDigest digest = (algorithm.isEmpty() ? usual : HashAlgorithm.named(algorithm)).digest();
        digest.update(store, assertion.data(), assertion.end() - assertion.data());
        if (!MessageDigest.isEqual(digest.digest(), Cbor.bytes(Cbor.member(reference, "hash")))) {
            throw Faulty.broken("the assertion " + assertion.label() + " was changed after it was signed");
        }
    }

    private static HashAlgorithm usual(CBORObject claim) throws Faulty {
        return HashAlgorithm.named(Cbor.text(Cbor.member(claim, "alg"), "sha256"));
    }

    private void checkBinding(CBORObject claim, Map<String, SuperBox> assertions, Found found, Source file)
            throws Faulty, IOException {
        List<SuperBox> bindings = assertions.values().stream()
                .filter(assertion -> assertion.label().startsWith("c2pa.hash."))
                .toList();
        if (bindings.size() != 1) {
            throw Faulty.broken("the manifest is not bound to the file by one hash");
        }
        String label = bindings.getFirst().label();
        boolean film = label.equals(BmffHash.LABEL) || label.equals(BmffHash.LABEL_2);
        if (!film && !label.equals(DataHash.LABEL)) {
            throw Faulty.unread("the hash " + label + " of the manifest is not read");
        }
        if (film != found.excluded().isEmpty()) {
            throw Faulty.broken("the manifest is bound to a file of another format");
        }
        CBORObject binding = Cbor.decode(content(bindings.getFirst(), "cbor"));
        if (film) {
            BmffHash.check(binding, file, usual(claim));
        } else {
            DataHash.check(binding, found.excluded(), file, usual(claim));
        }
    }

    private boolean synthetic(Map<String, SuperBox> assertions) throws Faulty {
        boolean synthetic = false;
        for (SuperBox assertion : assertions.values()) {
            if (Actions.are(assertion.label())) {
                synthetic |= Actions.synthetic(Cbor.decode(content(assertion, "cbor")));
            }
        }
        return synthetic;
    }

    private Optional<String> aigc(Map<String, SuperBox> assertions) throws Faulty {
        SuperBox assertion = assertions.get(ManifestDraft.AIGC);
        if (assertion == null) {
            return Optional.empty();
        }
        byte[] json = content(assertion, "json");
        return Optional.of(Bytes.utf8(json, 0, json.length)
                .orElseThrow(() -> Faulty.broken("the AIGC object of the manifest is not UTF-8")));
    }
}
