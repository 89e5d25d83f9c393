package io.mingshi.demo;

import java.io.IOException;

/// One step of the story.
///
/// @param title what happens, as a sentence
/// @param proves what one knows after it
/// @param article the rule it is about
record Step(String title, String proves, String article, Act act) {
    /// What is done and checked.
    interface Act {
        void play(Scene scene) throws IOException;
    }
}
