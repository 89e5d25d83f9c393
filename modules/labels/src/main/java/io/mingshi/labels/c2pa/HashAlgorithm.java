package io.mingshi.labels.c2pa;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash algorithms that C2PA allows, under the names it has for them.
enum HashAlgorithm {
    SHA256("SHA-256"),
    SHA384("SHA-384"),
    SHA512("SHA-512");

    private final String standardName;

    HashAlgorithm(String standardName) {
        this.standardName = standardName;
    }

    static HashAlgorithm named(String name) throws Faulty {
        return switch (name) {
            case "sha256" -> SHA256;
            case "sha384" -> SHA384;
            case "sha512" -> SHA512;
            default -> throw Faulty.unread("the hash algorithm of the manifest is not known");
        };
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(standardName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + standardName, e);
        }
    }
}
