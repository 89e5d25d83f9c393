package io.mingshi.labels.command;

import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.VerifyOptions;
import io.mingshi.labels.c2pa.C2paSigner;
import io.mingshi.labels.c2pa.DevelopmentCa;
import io.mingshi.labels.c2pa.SigningCredential;
import io.mingshi.labels.c2pa.Trust;
import io.mingshi.labels.securitydata.KeyRing;
import io.mingshi.labels.securitydata.Sm2Key;
import io.mingshi.labels.securitydata.Sm2LabelSigner;
import io.mingshi.labels.watermark.WatermarkKey;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;

/// A folder with the keys of a provider, each in a file with a fixed name; whatever is missing is not used.
///
/// | file | holds |
/// |---|---|
/// | `watermark.key` | the watermark key, Base64 |
/// | `label.pem` | the SM2 key that signs labels (PKCS#8) |
/// | `producers.txt` | the public keys of producers that are trusted, one a line |
/// | `chain.pem`, `key.pem` | the certificates and the key for C2PA manifests |
/// | `root.pem` | the certificates that vouch for signers of manifests |
record KeyFolder(Path folder) {
    static final String WATERMARK = "watermark.key";
    static final String LABEL_KEY = "label.pem";
    static final String PRODUCERS = "producers.txt";
    static final String CHAIN = DevelopmentCa.CHAIN;
    static final String CHAIN_KEY = DevelopmentCa.KEY;
    static final String TRUST = DevelopmentCa.ROOT;

    WatermarkKey watermark() throws IOException {
        return usable(
                WATERMARK, () -> WatermarkKey.of(Base64.getMimeDecoder().decode(Files.readString(needed(WATERMARK)))));
    }

    LabelRequest with(LabelRequest request, LayerOptions layers) throws IOException {
        LabelRequest wanted = request;
        if (layers.watermark) {
            wanted = wanted.watermarkedWith(watermark());
        }
        if (layers.sign) {
            wanted = wanted.signedBy(new Sm2LabelSigner(usable(LABEL_KEY, () -> Sm2Key.read(needed(LABEL_KEY)))));
        }
        if (layers.c2pa) {
            SigningCredential credential = usable(
                    CHAIN + " with " + CHAIN_KEY, () -> SigningCredential.read(needed(CHAIN), needed(CHAIN_KEY)));
            wanted = wanted.withManifestBy(new C2paSigner(credential, Main.version()));
        }
        return wanted;
    }

    /// What a reader knows who has this folder.
    VerifyOptions knowledge() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        VerifyOptions options = VerifyOptions.PUBLIC;
        if (has(WATERMARK)) {
            options = options.with(watermark());
        }
        if (has(PRODUCERS)) {
            options = options.with(usable(PRODUCERS, () -> KeyRing.read(needed(PRODUCERS))));
        }
        if (has(TRUST)) {
            options = options.with(usable(TRUST, () -> Trust.in(needed(TRUST))));
        }
        return options;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /// What these files hold; the person at the terminal is told which of them hold something else.
    private <T> T usable(String names, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (CharacterCodingException notText) {
            throw new IOException(names + " in the key folder " + folder + " cannot be used: it is not text", notText);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(
                    names + " in the key folder " + folder + " cannot be used: " + malformed.getMessage(), malformed);
        }
    }

    private boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    private Path needed(String name) throws IOException {
        if (!has(name)) {
            throw new IOException("the key folder " + folder + " has no file " + name
                    + ": put it there, or make keys for trying out with: mingshi keys " + folder);
        }
        return folder.resolve(name);
    }
}
