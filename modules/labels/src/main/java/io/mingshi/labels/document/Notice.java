package io.mingshi.labels.document;

import io.mingshi.labels.ExplicitPolicy.Place;

/// What a text says about itself, in Chinese with both word elements and in English.
public final class Notice {
    /// The line before a text.
    public static final String START = "【AI生成】以下内容由人工智能生成（AI-generated）。";

    /// Inside a text.
    public static final String MIDDLE = "【AI生成】本文由人工智能生成（AI-generated）。";

    /// The line behind a text.
    public static final String END = "【AI生成】以上内容由人工智能生成（AI-generated）。";

    /// On every page of a document that consists of pages.
    static final String PAGE = "人工智能生成 AI-generated";

    private Notice() {}

    static String at(Place place) {
        return switch (place) {
            case START -> START;
            case MIDDLE -> MIDDLE;
            case END -> END;
        };
    }
}
