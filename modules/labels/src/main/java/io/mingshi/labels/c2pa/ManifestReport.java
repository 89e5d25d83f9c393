package io.mingshi.labels.c2pa;

import java.util.Optional;

/// What the C2PA manifest of a file says about the file.
public sealed interface ManifestReport {
    /// The file has none.
    record Absent() implements ManifestReport {}

    /// The file has one, of a kind that is not checked here.
    ///
    /// @param reason one sentence
    record Unread(String reason) implements ManifestReport {}

    /// The manifest is damaged, or it and the file do not belong together: one of them was changed.
    ///
    /// @param reason one sentence
    record Broken(String reason) implements ManifestReport {}

    /// File and manifest are as they were signed. Whether the signer is who the certificate says remains open.
    ///
    /// @param signer the subject of the certificate (RFC 2253)
    /// @param synthetic whether its actions say that an algorithm made the content or a part of it
    /// @param aigc the AIGC object of the manifest
    /// @param untrusted why the certificate is not trusted, one sentence
    record Intact(String signer, boolean synthetic, Optional<String> aigc, String untrusted)
            implements ManifestReport {}

    /// File and manifest are as they were signed, by somebody whom an authority of [Trust] vouches for.
    ///
    /// @param signer the subject of the certificate (RFC 2253)
    /// @param synthetic whether its actions say that an algorithm made the content or a part of it
    /// @param aigc the AIGC object of the manifest
    record Trusted(String signer, boolean synthetic, Optional<String> aigc) implements ManifestReport {}
}
