package io.mingshi.labels.c2pa;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.List;

/// Reads CBOR (RFC 8949) that somebody else wrote. Whatever the parser makes of it, an exception of any kind means that
/// it is none.
final class Cbor {
    /// A claim has a few thousand bytes; an object of this size needs some ten times as much memory.
    private static final int LONGEST = 256 << 10;

    private Cbor() {}

    static CBORObject decode(byte[] bytes) throws Faulty {
        if (bytes.length > LONGEST) {
            throw Faulty.unread("a CBOR box of the manifest has more than " + LONGEST + " bytes");
        }
        try {
            return CBORObject.DecodeFromBytes(bytes);
        } catch (RuntimeException notCbor) {
            throw Faulty.broken("a box of the manifest that should hold CBOR does not");
        }
    }

    /// The member of a map, or the CBOR null if it is not there.
    static CBORObject member(CBORObject map, Object key) {
        if (map.getType() != CBORType.Map) {
            return CBORObject.Null;
        }
        CBORObject value = map.get(CBORObject.FromObject(key));
        return value == null ? CBORObject.Null : value;
    }

    static List<CBORObject> list(CBORObject array) {
        return array.getType() == CBORType.Array ? List.copyOf(array.getValues()) : List.of();
    }

    /// The text, or this one in its place.
    static String text(CBORObject object, String otherwise) {
        return object.getType() == CBORType.TextString ? object.AsString() : otherwise;
    }

    /// The bytes, or none.
    static byte[] bytes(CBORObject object) {
        return object.getType() == CBORType.ByteString ? object.GetByteString() : new byte[0];
    }

    /// The number from 0 up, or -1.
    static long count(CBORObject object) {
        boolean number = object.getType() == CBORType.Integer && object.CanValueFitInInt64();
        return number ? Math.max(-1, object.AsInt64Value()) : -1;
    }
}
