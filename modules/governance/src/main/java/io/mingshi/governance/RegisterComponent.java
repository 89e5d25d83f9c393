package io.mingshi.governance;

import static io.mingshi.governance.GovernanceProblem.ASSESSMENT_IN_FUTURE;
import static io.mingshi.governance.GovernanceProblem.ASSESSMENT_MISSING;
import static io.mingshi.governance.GovernanceProblem.ASSESSMENT_OVERDUE;
import static io.mingshi.governance.GovernanceProblem.COMPONENT_INCOMPLETE;

import io.mingshi.contracts.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts templates and technical supporters' components into the registry, under the same rule as models.
///
/// One that touches biometric information or a special scene goes live with a dated security assessment only, and is
/// out of use by itself when that is overdue; so is every model that works with it.
/// [DSP-15](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class RegisterComponent {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:-]{0,99}");
    private static final int LONGEST = 128;
    private static final int MOST_MODELS = 100;

    private final Components components;
    private final Policy policy;
    private final Clock clock;

    RegisterComponent(Components components, Policy policy, Clock clock) {
        this.components = components;
        this.policy = policy;
        this.clock = clock;
    }

    /// In force from the commit on.
    @Transactional
    public void register(Component component) {
        complete(component);
        assessed(component);
        components.find(component.name()).ifPresent(before -> notLessened(before, component));
        components.keep(component);
    }

    @Transactional
    public List<Component> all() {
        return components.all();
    }

    @Transactional
    public Optional<Component> find(String name) {
        return components.find(name);
    }

    /// Why a model is out of use because of what it works with; takes part in the current transaction.
    Optional<String> obstacle(ModelId model) {
        return components.of(model).stream()
                .map(this::obstacle)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Why it is out of use now; empty when it is not.
    public Optional<String> obstacle(Component component) {
        LocalDate assessed = component.assessedOn();
        if (!component.needsAssessment()) {
            return Optional.empty();
        }
        if (assessed == null) {
            return Optional.of("the component " + component.name() + " has no dated security assessment");
        }
        LocalDate until = policy.assessedUntil(assessed);
        return until.isBefore(LocalDate.now(clock))
                ? Optional.of("the security assessment of the component " + component.name() + " counted until " + until
                        + " and is overdue")
                : Optional.empty();
    }

    /// Who takes back what was said of faces and scenes, or of a model, shows an assessment that counts.
    private void notLessened(Component before, Component after) {
        boolean lessened = before.needsAssessment()
                && (!after.needsAssessment() || !after.models().containsAll(before.models()));
        LocalDate assessed = after.assessedOn();
        if (lessened && (assessed == null || policy.assessedUntil(assessed).isBefore(LocalDate.now(clock)))) {
            throw ASSESSMENT_MISSING.with("it touched biometric information or a special scene before, for more models:"
                    + " give the day of an assessment that found that it no longer does");
        }
    }

    private static void complete(Component component) {
        if (!NAME.matcher(component.name()).matches()) {
            throw COMPONENT_INCOMPLETE.with("a component's name has 1 to 100 letters, digits and the marks . _ : -");
        }
        if (component.version().isBlank()
                || component.version().length() > LONGEST
                || component.supplier().length() > LONGEST) {
            throw COMPONENT_INCOMPLETE.with("version and supplier have at most " + LONGEST + " characters");
        }
        if (component.kind() == Component.Kind.SUPPORTER_COMPONENT
                && component.supplier().isBlank()) {
            throw COMPONENT_INCOMPLETE.with("name the supplier of a component that a technical supporter supplies");
        }
        if (component.models().isEmpty() || component.models().size() > MOST_MODELS) {
            throw COMPONENT_INCOMPLETE.with("name 1 to " + MOST_MODELS + " models that work with it");
        }
    }

    private void assessed(Component component) {
        LocalDate today = LocalDate.now(clock);
        LocalDate assessed = component.assessedOn();
        if (component.needsAssessment() && assessed == null) {
            throw ASSESSMENT_MISSING.with("what touches biometric information or a special scene needs a dated security"
                    + " assessment: give assessedOn");
        }
        if (assessed != null && assessed.isAfter(today)) {
            throw ASSESSMENT_IN_FUTURE.with("assessedOn is after today, " + today);
        }
        obstacle(component).ifPresent(why -> {
            throw ASSESSMENT_OVERDUE.with(why);
        });
    }
}
