package io.mingshi.records;

import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which rule decides how long a record is kept; the class is fixed when the record is written.
///
/// Before the minimum nobody can take a record away; after the maximum it goes. Where the law only says how
/// long something stays at least, the maximum is the provider's choice, and the shortest that serves the
/// purpose ([PIPL-19](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)).
public enum RetentionClass {
    /// Network logs: who asked for what, when, with which verdict. The Deep Synthesis Provisions name no
    /// period for their logs (arts. 10 and 16); the six months come from the Cybersecurity Law. A year is the
    /// provider's choice: complaints about a work come late.
    NETWORK_LOG(Rule.CSL_23, Period.ofMonths(6), Period.ofMonths(12), Start.RECEIPT),
    /// To whom content without an explicit label was handed out.
    UNLABELLED_SUPPLY(Rule.LAB_9, Period.ofMonths(6), Period.ofMonths(12), Start.LAST_DELIVERY),
    /// Consents and what became of them: as long as somebody may have to prove one, which is as long as a
    /// claim can be brought after it ended.
    CONSENT(Rule.CIVIL_188, Period.ofYears(3), Period.ofYears(3), Start.END_OF_VALIDITY),
    /// Complaints, sanctions, and what was done about them (DSP arts. 10 to 12, which name no period): as
    /// long as a claim can be brought.
    COMPLAINT(Rule.CIVIL_188, Period.ofYears(3), Period.ofYears(3), Start.RECEIPT),
    /// Impact assessments and records of processing.
    IMPACT_ASSESSMENT(Rule.PIPL_56, Period.ofYears(3), Period.ofYears(3), Start.RECEIPT),
    /// How face information was processed, and why that was found lawful.
    FACE(Rule.FACE_9, Period.ofYears(3), Period.ofYears(3), Start.RECEIPT),
    /// Registrations, assessments, feature library and pauses (DSP arts. 10, 15, 19 to 21). Ten years are the
    /// provider's choice: a model stays in use for long, and nothing here is about its users.
    GOVERNANCE(Rule.PIPL_56, Period.ofYears(3), Period.ofYears(10), Start.RECEIPT),
    /// Who read, held or asked to erase what under a privilege.
    AUDIT(Rule.PIPL_56, Period.ofYears(3), Period.ofYears(5), Start.RECEIPT),
    /// What went and why: it explains the gaps that expiry leaves in the evidence log, holds no personal
    /// data, and stays as long as the log.
    DISPOSAL(Rule.PIPL_56, Period.ofYears(3), null, Start.RECEIPT),
    /// A fact of a type that this version does not know: kept until it is classed, at least as long as
    /// anything.
    UNCLASSED(Rule.PIPL_56, Period.ofYears(3), null, Start.RECEIPT);

    /// What starts the clock of a record; never before its receipt.
    public enum Start {
        /// The receipt of the record.
        RECEIPT,
        /// The last time that the same work was handed to the same recipient.
        LAST_DELIVERY,
        /// The end of the consent's validity, by time or by withdrawal.
        END_OF_VALIDITY
    }

    /// Where a period comes from.
    public enum Rule {
        CSL_23("https://www.cac.gov.cn/2025-12/29/c_1768735112911946.htm"),
        LAB_9("https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm"),
        CIVIL_188("https://www.gov.cn/xinwen/2020-06/01/content_5516649.htm"),
        PIPL_56("https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm"),
        FACE_9("https://www.cac.gov.cn/2025-03/21/c_1744174262156096.htm");

        private final String link;

        Rule(String link) {
            this.link = link;
        }

        /// The official page.
        public String link() {
            return link;
        }

        /// Such as `CSL-23`.
        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    private final Rule rule;
    private final Period minimum;
    private final @Nullable Period maximum;
    private final Start start;

    RetentionClass(Rule rule, Period minimum, @Nullable Period maximum, Start start) {
        this.rule = rule;
        this.minimum = minimum;
        this.maximum = maximum;
        this.start = start;
    }

    public Rule rule() {
        return rule;
    }

    /// How long nobody can take a record away.
    public Period minimum() {
        return minimum;
    }

    /// After which period a record goes; empty when it stays.
    public Optional<Period> maximum() {
        return Optional.ofNullable(maximum);
    }

    public Start start() {
        return start;
    }
}
