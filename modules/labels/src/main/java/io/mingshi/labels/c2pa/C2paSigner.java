package io.mingshi.labels.c2pa;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.ManifestHost.Hosted;
import io.mingshi.labels.container.ManifestHost.Range;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/// Signs manifests of C2PA 2.2 that say: a model generated this, with this AIGC object.
///
/// The new manifest is the only one in the file. One that the file had is not kept as an ingredient: to vouch for
/// what others signed would take a check of all of it first. There is no time stamp, so that a manifest is trusted no
/// longer than its certificate is valid.
public final class C2paSigner implements ManifestSigner {
    private static final int HASH_LENGTH = 32;

    private final SigningCredential credential;
    private final ManifestDraft.Generator generator;

    /// A signer with this credential.
    ///
    /// @param version of this software, for the manifest
    public C2paSigner(SigningCredential credential, String version) {
        this.credential = credential;
        this.generator = new ManifestDraft.Generator("Mingshi", version);
    }

    /// @throws io.mingshi.labels.LabelException MALFORMED for a damaged file
    @Override
    public Source sign(ManifestHost host, Source file, String json) throws IOException {
        ManifestDraft draft = ManifestDraft.of(credential, generator, json);
        Hosted blank = blank(host, file, draft, 1);
        byte[] store = blank.excluded().isEmpty() ? film(host, file, draft) : store(host, file, draft, blank, 1);
        return host.host(file, store).file();
    }

    /// The file with a store of zeros, as long as the real one will be if it stands in so many places.
    private static Hosted blank(ManifestHost host, Source file, ManifestDraft draft, int places) throws IOException {
        byte[] binding = DataHash.assertion(Collections.nCopies(places, new Range(0, 0)), new byte[HASH_LENGTH]);
        return host.host(file, new byte[draft.length(DataHash.LABEL, binding)]);
    }

    private static byte[] store(ManifestHost host, Source file, ManifestDraft draft, Hosted blank, int places)
            throws IOException {
        List<Range> excluded = DataHash.merged(blank.excluded());
        if (excluded.size() != places) {
            return store(host, file, draft, blank(host, file, draft, excluded.size()), excluded.size());
        }
        byte[] hash = DataHash.hash(blank.file(), excluded, HashAlgorithm.SHA256);
        return draft.store(DataHash.LABEL, DataHash.assertion(excluded, hash));
    }

    private static byte[] film(ManifestHost host, Source file, ManifestDraft draft) throws IOException {
        int length = draft.length(BmffHash.LABEL, BmffHash.assertion(new byte[HASH_LENGTH]));
        try {
            byte[] hash = BmffHash.hash(host.host(file, new byte[length]).file());
            return draft.store(BmffHash.LABEL, BmffHash.assertion(hash));
        } catch (Faulty disorder) {
            throw MALFORMED.with(String.valueOf(disorder.getMessage()), disorder);
        }
    }
}
