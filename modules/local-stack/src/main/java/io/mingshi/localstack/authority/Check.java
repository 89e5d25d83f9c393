package io.mingshi.localstack.authority;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One kind of question and the fields that it needs.
enum Check {
    ID_DOCUMENT("/v1/id-document/check"),
    MOBILE("/v1/mobile/check"),
    ORGANIZATION("/v1/organization/check");

    private final String path;

    Check(String path) {
        this.path = path;
    }

    static Optional<Check> at(String path) {
        return Arrays.stream(values()).filter(check -> check.path.equals(path)).findFirst();
    }

    List<String> fields() {
        return switch (this) {
            case ID_DOCUMENT -> List.of("name", "number");
            case MOBILE -> List.of("name", "number", "mobile");
            case ORGANIZATION -> List.of("name", "creditCode");
        };
    }
}
