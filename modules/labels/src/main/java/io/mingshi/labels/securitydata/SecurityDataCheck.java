package io.mingshi.labels.securitydata;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import com.upokecenter.cbor.JSONOptions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One check of a `SecurityData` text against the label around it.
record SecurityDataCheck(LabelMessage message, KeyRing pinned) {
    /// The longest text that a label can hold; see the limit on the JSON of a label.
    private static final int LONGEST = 65_536;

    /// A label has one signature and one key, with `Bindings` two signatures.
    private static final int MOST_ENTRIES = 16;

    /// `Md` in the guide; MiniMax writes the other.
    private static final Set<String> OVER_THE_LABEL = Set.of("Md", "LabelMataData");

    private static final JSONOptions JSON = new JSONOptions("numberconversion=double;allowduplicatekeys=false");

    SecurityData check(String text) {
        CBORObject data;
        try {
            data = member(parsed(text), "SecurityData");
        } catch (CBORException | IllegalArgumentException notJson) {
            return new SecurityData.Unknown("text that is not JSON");
        }
        if (!string(data, "Type").equals("TC260PG")) {
            return new SecurityData.Unknown("JSON that is not SecurityData");
        }
        CBORObject entries = member(data, "PubSD");
        if (entries.getType() != CBORType.Array || entries.size() > MOST_ENTRIES) {
            return new SecurityData.Unknown("SecurityData without a list of signatures");
        }
        return check(entries);
    }

    private static CBORObject parsed(String text) {
        if (text.length() > LONGEST) {
            throw new CBORException("too long");
        }
        return CBORObject.FromJSONString(text, JSON);
    }

    private SecurityData check(CBORObject entries) {
        List<CBORObject> signatures = new ArrayList<>();
        for (CBORObject entry : entries.getValues()) {
            if (string(entry, "Type").equals("DS")
                    && string(entry, "AlgID").equals(SecurityData.SM3_WITH_SM2)
                    && OVER_THE_LABEL.contains(string(member(entry, "TBSData"), "Type"))) {
                signatures.add(entry);
            }
        }
        if (signatures.isEmpty()) {
            return new SecurityData.Unknown("SecurityData without a signature of SM3withSM2 over the label");
        }
        return signatures.stream()
                .map(signature -> verdict(signature, entries))
                .filter(verdict -> !(verdict instanceof SecurityData.Broken))
                .findFirst()
                .orElse(new SecurityData.Broken());
    }

    private SecurityData verdict(CBORObject signature, CBORObject entries) {
        byte[] der = hex(string(signature, "Signature"));
        Set<Sm2PublicKey> known = pinned.of(message.contentProducer());
        for (Sm2PublicKey key : known) {
            if (key.verifies(message.bytes(), der)) {
                return new SecurityData.Trusted(key);
            }
        }
        for (Sm2PublicKey key : keysIn(entries, keyId(signature))) {
            if (key.verifies(message.bytes(), der)) {
                return known.isEmpty() ? new SecurityData.Intact(key) : new SecurityData.ForeignKey(key);
            }
        }
        return new SecurityData.Broken();
    }

    private static Set<Sm2PublicKey> keysIn(CBORObject entries, String keyId) {
        Set<Sm2PublicKey> keys = new LinkedHashSet<>();
        for (CBORObject entry : entries.getValues()) {
            if (string(entry, "Type").equals("PubKey") && keyId(entry).equals(keyId)) {
                keys.addAll(Sm2PublicKey.readings(string(entry, "KeyValue")));
            }
        }
        return keys;
    }

    /// A number or a text, 0 where there is one key only.
    private static String keyId(CBORObject entry) {
        CBORObject id = member(entry, "KeyID");
        if (id.getType() == CBORType.TextString) {
            return id.AsString();
        }
        return id.getType() == CBORType.FloatingPoint ? Long.toString((long) id.AsDoubleValue()) : "0";
    }

    private static CBORObject member(CBORObject object, String name) {
        CBORObject value = object.getType() == CBORType.Map ? object.get(name) : null;
        return value == null ? CBORObject.Null : value;
    }

    private static String string(CBORObject object, String name) {
        CBORObject value = member(object, name);
        return value.getType() == CBORType.TextString ? value.AsString() : "";
    }

    /// Nothing, which is no signature, for text that is not hexadecimal.
    private static byte[] hex(String text) {
        return text.matches("([0-9A-Fa-f]{2}){1,128}") ? HexFormat.of().parseHex(text) : new byte[0];
    }
}
