/// The label engine of Mingshi: writes and verifies labels of AI-generated content. Only the root package is exported.
module io.mingshi.labels {
    requires java.desktop;
    requires java.xml;
    requires static org.jspecify;

    exports io.mingshi.labels;
}
