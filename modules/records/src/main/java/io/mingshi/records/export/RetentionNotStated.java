package io.mingshi.records.export;

import io.mingshi.records.RetentionClass;
import io.mingshi.records.RetentionStatement;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Names the classes where nobody states their periods.
@DefaultBean
@Singleton
class RetentionNotStated implements RetentionStatement {
    @Override
    public Map<String, String> periods() {
        return Arrays.stream(RetentionClass.values()).collect(Collectors.toMap(Enum::name, _ -> "not stated"));
    }
}
