package io.mingshi.gateway.screening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Map;

/// The files of the text classifiers, each under the name by which entries of the library ask for it.
@ConfigMapping(prefix = "mingshi.gateway.text-classifiers")
interface ClassifierSettings {
    @WithParentName
    Map<String, Path> files();
}
