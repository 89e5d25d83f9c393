package io.mingshi.identity.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.identity.wire.Unanswered;
import java.util.regex.Pattern;

/// An authority's own number of a check: it is kept and told, so it must be short and printable.
final class References {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,100}");

    private References() {}

    static String checked(JsonNode reference) {
        if (!reference.isTextual() || !FORM.matcher(reference.textValue()).matches()) {
            throw Unanswered.lasting("its answer has no usable reference");
        }
        return reference.textValue();
    }
}
