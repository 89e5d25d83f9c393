package io.mingshi.labels.securitydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.ProviderCode;
import io.mingshi.testkit.Requirement;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Labels signed with SM2 and SM3, by us and by others.
class SecurityDataTest {
    private static final String PRODUCER = "001191000000000000000K10001";
    private static final String ID = "019ab0c2-7d1e-7000-8000-00000000abcd";
    private static final LabelMessage MESSAGE = new LabelMessage("1", PRODUCER, ID);
    private static final Sm2Key KEY = Sm2Key.generate();
    private static final String SIGNED = new Sm2LabelSigner(KEY).sign(MESSAGE.text());
    private static final KeyRing PINNED =
            KeyRing.parse(PRODUCER + " " + KEY.publicKey().hex());

    @TempDir
    private Path folder;

    @Test
    @Requirement("PG-11.1")
    void aSignatureVerifiesUntilADigitChangesAndOnlyAPinnedKeyMakesItTrusted() {
        assertThat(SecurityData.check(MESSAGE, SIGNED, KeyRing.empty())).isEqualTo(intact());
        assertThat(SecurityData.check(MESSAGE, SIGNED, PINNED)).isEqualTo(new SecurityData.Trusted(KEY.publicKey()));
        for (KeyRing keys : List.of(KeyRing.empty(), PINNED)) {
            LabelMessage changed = new LabelMessage("1", PRODUCER, ID.replace('9', '8'));
            assertThat(SecurityData.check(changed, SIGNED, keys)).isEqualTo(new SecurityData.Broken());
        }
        assertThat(SecurityData.check(MESSAGE, "", PINNED)).isEqualTo(new SecurityData.None());
    }

    private static SecurityData intact() {
        return new SecurityData.Intact(KEY.publicKey());
    }

    @Test
    void aKeyOfSomebodyElseIsForeignWhereTheProducersIsKnown() {
        Sm2Key forger = Sm2Key.generate();
        String forged = new Sm2LabelSigner(forger).sign(MESSAGE.text());
        assertThat(SecurityData.check(MESSAGE, forged, PINNED))
                .isEqualTo(new SecurityData.ForeignKey(forger.publicKey()));
    }

    @Test
    void theSignedTextIsThatOfAppendixA1() {
        assertThat(MESSAGE.text())
                .isEqualTo("\"Label\":\"1\",\"ContentProducer\":\"" + PRODUCER + "\",\"ProduceID\":\"" + ID + "\"");
        String json = AigcLabel.generated(ProviderCode.of(PRODUCER), ID).toJson();
        assertThat(json).startsWith("{" + MESSAGE.text() + ",");
    }

    @Test
    void theTextFitsIntoAValueOfTheLabel() {
        AigcLabel label = new AigcLabel("1", PRODUCER, ID, SIGNED, "", "", "");
        AigcLabel read = AigcLabel.parse(label.toJson());
        assertThat(SecurityData.check(MESSAGE, read.reservedCode1(), PINNED)).isInstanceOf(SecurityData.Trusted.class);
    }

    @Test
    void theSpellingsOfOthersAreRead() {
        String point = KEY.publicKey().hex();
        String x = point.substring(2, 66);
        String info = "3059301306072A8648CE3D020106082A811CCF5501822D034200" + point;
        for (String key : List.of(point.toLowerCase(Locale.ROOT), point.substring(2), x, "00" + x, info)) {
            String theirs = SIGNED.replace("\"Md\"", "\"LabelMataData\"")
                    .replace(",\"KeyID\":0", "")
                    .replace("KeyValue\":\"" + point, "KeyValue\":\"" + key)
                    .replace("]}}", "],\"Bindings\":[{\"BType\":0,\"AlgID\":\"1.2.156.10197.1.401\"}]}}");
            assertThat(SecurityData.check(MESSAGE, theirs, KeyRing.empty())).isEqualTo(intact());
        }
    }

    /// A label as it was found in a public file; its producer signs something else than appendix A.1.
    @Test
    void aSignatureOverAnotherTextIsBroken() {
        LabelMessage found = new LabelMessage("1", "001191310104MACE0YX63918020", "142569260085903360");
        String text = """
                {"SecurityData":{"Type":"TC260PG","Version":1,"PubSD":[{"Type":"DS","AlgID":"1.2.156.10197.1.501",\
                "TBSData":{"Type":"LabelMataData"},"Signature":"3046022100AE6B84B3342128AE301A597596FCD9EECF3EA0FC2\
                DB6C250BAF234E167298E9002210097223ABB647B786A90D0A1B93CB9382EA879563B2C7F025FA006BE16AE926C14"},\
                {"Type":"PubKey","AlgID":"1.2.156.10197.1.501","KeyValue":"3059301306072A8648CE3D020106082A811CCF550\
                1822D034200045728F08C58D9C72150A705693EF7337859F8FF216E802630041AFAE5C036F0A67CB1FDF8C57F5F8B623284A\
                E09E4E545464B7140B26BBDA51BAE965F854C57AA"}]}}""";
        assertThat(SecurityData.check(found, text, KeyRing.empty())).isEqualTo(new SecurityData.Broken());
    }

    @Test
    void whatTheGuideDoesNotDescribeIsUnknown() {
        for (String text : List.of(
                "L-5f0c",
                "{}",
                "[1]",
                "{\"SecurityData\":{\"Type\":\"TC260PG\"}}",
                SIGNED.replace(SecurityData.SM3_WITH_SM2, "1.2.840.113549.1.1.11"),
                SIGNED.replace("\"Md\"", "\"Bnd\""),
                "[".repeat(60_000),
                "1".repeat(70_000))) {
            assertThat(SecurityData.check(MESSAGE, text, PINNED)).isInstanceOf(SecurityData.Unknown.class);
        }
    }

    @Test
    void aKeyFileIsReadBackAndBelongsToItsOwnerAlone() throws Exception {
        Path file = folder.resolve("label.pem");
        KEY.write(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Sm2Key.read(file).publicKey()).isEqualTo(KEY.publicKey());
        assertThatThrownBy(() -> KEY.write(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void whatIsNoKeyIsRefusedByName() {
        assertThatThrownBy(() -> Sm2Key.parse("no key")).hasMessageContaining("no unencrypted private key");
        assertThatThrownBy(() -> new Sm2PublicKey("04" + "00".repeat(64))).hasMessageContaining("no point");
        assertThatThrownBy(() -> KeyRing.parse("# keys\nA 12 34\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> KeyRing.parse("A xy")).hasMessageContaining("hexadecimal");
    }

    @Test
    void opensslVerifiesOurSignatureAndWeTakeItsKey() throws Exception {
        requireTool("openssl");
        Path key = folder.resolve("theirs.pem");
        run("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2", "-out", key.toString());
        String signed = new Sm2LabelSigner(Sm2Key.read(key)).sign(MESSAGE.text());
        Matcher signature = Pattern.compile("\"Signature\":\"([0-9A-F]+)\"").matcher(signed);
        assertThat(signature.find()).isTrue();
        Path der = Files.write(folder.resolve("signature"), HexFormat.of().parseHex(signature.group(1)));
        Path text = Files.writeString(folder.resolve("text"), MESSAGE.text());
        assertThat(verify(key, der, text)).contains("Signature Verified Successfully");
    }

    private static String verify(Path key, Path signature, Path text) throws Exception {
        return run(
                "openssl",
                "pkeyutl",
                "-verify",
                "-inkey",
                key.toString(),
                "-rawin",
                "-in",
                text.toString(),
                "-digest",
                "sm3",
                "-pkeyopt",
                "distid:1234567812345678",
                "-sigfile",
                signature.toString());
    }

    @Property(tries = 2000)
    void textOfAnyKindIsAnswered(@ForAll String text) {
        assertThat(SecurityData.check(MESSAGE, text, PINNED)).isNotNull();
    }

    @Property(tries = 1000)
    void aChangedTextIsNeverSignedBySomebodyElse(
            @ForAll @IntRange(max = 1000) int place, @ForAll @IntRange(min = 0x20, max = 0x7E) int character) {
        StringBuilder text = new StringBuilder(SIGNED);
        text.setCharAt(place % SIGNED.length(), (char) character);
        SecurityData verdict = SecurityData.check(MESSAGE, text.toString(), KeyRing.empty());
        if (verdict instanceof SecurityData.Intact(Sm2PublicKey key)) {
            assertThat(key).isEqualTo(KEY.publicKey());
        }
    }

    private static void requireTool(String tool) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        assumeTrue(present, tool + " is not installed");
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
