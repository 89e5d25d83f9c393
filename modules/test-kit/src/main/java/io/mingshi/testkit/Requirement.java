package io.mingshi.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the rows of `docs/requirements/requirements.csv` that a test shows through the outer interface.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requirement {
    /// Ids such as `DSP-14.2`; an id that is not in the list fails the build.
    String[] value();
}
