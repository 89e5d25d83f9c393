package io.mingshi.servicekit.problem;

import org.jspecify.annotations.Nullable;

/// The body of a failed request ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).
///
/// @param type a relative reference to the page that explains this problem
/// @param code the problem's name, the same as at the end of `type`
/// @param traceId the id under which the request is found in logs and records; null when tracing is off
public record ProblemDetail(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String traceId) {}
