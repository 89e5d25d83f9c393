package io.mingshi.screening;

/// Gives sentences a score; for any thread, and always the same score for the same sentence.
public interface TextClassifier {
    /// @param sentence its folded letters without spaces and punctuation, at most [Sentence#LONGEST]
    /// @return from 0, harmless, to 1
    double score(String sentence);
}
