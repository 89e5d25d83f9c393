package io.mingshi.governance;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The provider's own settings for what may go live.
@Singleton
class Policy {
    private final Period assessmentPeriod;
    private final Profile profile;
    private final boolean demonstration;

    Policy(
            @ConfigProperty(name = "mingshi.governance.assessment-days") int assessmentDays,
            @ConfigProperty(name = "mingshi.profile") Optional<String> profile,
            @ConfigProperty(name = "mingshi.demo", defaultValue = "false") boolean demonstration) {
        if (assessmentDays < 1) {
            throw new IllegalStateException("mingshi.governance.assessment-days has to be at least 1");
        }
        this.assessmentPeriod = Period.ofDays(assessmentDays);
        this.profile = Profile.of(profile.orElse(""));
        this.demonstration = demonstration;
        if (demonstration && this.profile == Profile.PRODUCTION) {
            throw new IllegalStateException("mingshi.demo registers models that are not filed:"
                    + " set it to false where mingshi.profile is production");
        }
    }

    Profile profile() {
        return profile;
    }

    boolean demonstration() {
        return demonstration;
    }

    /// The last day on which an assessment counts. The rule asks for periodic assessment and leaves the period to
    /// the provider. [DSP-15](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    LocalDate assessedUntil(LocalDate assessedOn) {
        return assessedOn.plus(assessmentPeriod);
    }
}
