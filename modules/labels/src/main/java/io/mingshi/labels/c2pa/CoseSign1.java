package io.mingshi.labels.c2pa;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The signature over a claim, which stands beside it (RFC 9052 section 4.2, detached).
///
/// @param chain the certificate of the key first
record CoseSign1(List<X509Certificate> chain) {
    private static final int TAG = 18;
    private static final int ALGORITHM = 1;

    /// RFC 9360; in claims of the first version also under its name.
    private static final int X5CHAIN = 33;

    private static final String X5CHAIN_NAME = "x5chain";

    /// Leaf, a few intermediates, root.
    private static final int LONGEST_CHAIN = 10;

    /// The box with the signature, of the same length for every claim of this credential.
    static byte[] sign(SigningCredential credential, byte[] claim) {
        byte[] header = header(credential);
        return encode(header, credential.sign(signed(header, claim)));
    }

    /// A box of that length with no signature in it.
    static byte[] blank(SigningCredential credential) {
        return encode(header(credential), new byte[SigningCredential.SIGNATURE_LENGTH]);
    }

    private static byte[] header(SigningCredential credential) {
        CBORObject chain = CBORObject.NewArray();
        try {
            for (X509Certificate certificate : credential.chain()) {
                chain.Add(certificate.getEncoded());
            }
        } catch (CertificateException e) {
            throw new IllegalStateException("the certificate was read, so it can be written", e);
        }
        return CBORObject.NewOrderedMap()
                .Add(ALGORITHM, credential.algorithm().number())
                .Add(X5CHAIN, chain)
                .EncodeToBytes();
    }

    private static byte[] encode(byte[] header, byte[] signature) {
        CBORObject message = CBORObject.NewArray()
                .Add(header)
                .Add(CBORObject.NewMap())
                .Add(CBORObject.Null)
                .Add(signature);
        return CBORObject.FromObjectAndTag(message, TAG).EncodeToBytes();
    }

    private static byte[] signed(byte[] header, byte[] claim) {
        return CBORObject.NewArray()
                .Add("Signature1")
                .Add(header)
                .Add(new byte[0])
                .Add(claim)
                .EncodeToBytes();
    }

    /// The signer of this claim, if the signature is one.
    static CoseSign1 verified(byte[] box, byte[] claim) throws Faulty {
        List<CBORObject> parts = Cbor.list(Cbor.decode(box).Untag());
        if (parts.size() != 4) {
            throw Faulty.broken("the signature of the manifest is no COSE_Sign1");
        }
        byte[] header = Cbor.bytes(parts.get(0));
        CBORObject map = Cbor.decode(header);
        byte[] payload = Cbor.bytes(parts.get(2));
        if (payload.length > 0 && !Arrays.equals(payload, claim)) {
            throw Faulty.broken("the signature of the manifest is one over something else");
        }
        CoseAlgorithm algorithm = CoseAlgorithm.of(number(Cbor.member(map, ALGORITHM)))
                .orElseThrow(() -> Faulty.unread("the signature algorithm of the manifest is not known"));
        List<X509Certificate> chain = certificates(chain(map, parts.get(1)));
        if (!algorithm.verifies(chain.getFirst().getPublicKey(), signed(header, claim), Cbor.bytes(parts.get(3)))) {
            throw Faulty.broken("the signature of the manifest does not fit its claim");
        }
        return new CoseSign1(chain);
    }

    private static long number(CBORObject object) {
        boolean small = object.getType() == CBORType.Integer && object.CanValueFitInInt32();
        return small ? object.AsInt64Value() : 0;
    }

    private static CBORObject chain(CBORObject protectedHeader, CBORObject unprotectedHeader) {
        for (CBORObject header : List.of(protectedHeader, unprotectedHeader)) {
            for (CBORObject found : List.of(Cbor.member(header, X5CHAIN), Cbor.member(header, X5CHAIN_NAME))) {
                if (!found.isNull()) {
                    return found;
                }
            }
        }
        return CBORObject.Null;
    }

    private static List<X509Certificate> certificates(CBORObject chain) throws Faulty {
        List<CBORObject> encoded = chain.getType() == CBORType.Array ? Cbor.list(chain) : List.of(chain);
        if (encoded.isEmpty() || encoded.size() > LONGEST_CHAIN) {
            throw Faulty.broken("the signature of the manifest names no certificate");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (CBORObject one : encoded) {
                byte[] der = Cbor.bytes(one);
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException | RuntimeException notACertificate) {
            throw Faulty.broken("a certificate of the manifest cannot be read");
        }
        return certificates;
    }
}
