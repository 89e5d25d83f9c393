package io.mingshi.labels.securitydata;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Signs labels with SM3withSM2 and puts the signature and the public key into `ReservedCode1`.
///
/// `Bindings`, the guide's place for a hash of the content, is left out: which bytes of a file its `CntSel` selects
/// is not settled between producers, and no two were seen to agree.
public final class Sm2LabelSigner implements LabelSigner {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Sm2Key key;

    /// A signer with this key.
    public Sm2LabelSigner(Sm2Key key) {
        this.key = key;
    }

    @Override
    public String sign(String message) {
        byte[] signature = key.sign(message.getBytes(StandardCharsets.UTF_8));
        return """
                {"SecurityData":{"Type":"TC260PG","Version":1,"PubSD":[\
                {"Type":"DS","AlgID":"%1$s","KeyID":0,"TBSData":{"Type":"Md"},"Signature":"%2$s"},\
                {"Type":"PubKey","AlgID":"%1$s","KeyID":0,"KeyValue":"%3$s"}]}}""".formatted(
                        SecurityData.SM3_WITH_SM2,
                        HEX.formatHex(signature),
                        key.publicKey().hex());
    }
}
