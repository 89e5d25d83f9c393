package io.mingshi.localstack.authority;

import java.util.LinkedHashMap;
import java.util.Map;

/// One answer.
///
/// @param status HTTP status
/// @param body what is sent as JSON
record Answer(int status, Map<String, ?> body) {
    static Answer refused(int status, String why) {
        return new Answer(status, Map.of("error", why));
    }

    static Answer outOfService() {
        return refused(503, "the authority is out of service");
    }

    static Answer of(Map<String, ?> body) {
        return new Answer(200, new LinkedHashMap<>(body));
    }
}
