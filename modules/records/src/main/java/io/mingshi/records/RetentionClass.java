package io.mingshi.records;

/// Which rule decides how long a record is kept; the class is fixed when the record is written.
///
/// The Deep Synthesis Provisions name no period for their logs; six months come from the Cybersecurity Law.
/// [CSL-23](https://www.cac.gov.cn/2025-12/29/c_1768735112911946.htm)
public enum RetentionClass {
    /// Network logs: who asked for what, when, with which verdict (DSP arts. 10 and 16, CSL art. 23).
    NETWORK_LOG,
    /// To whom content without an explicit label was handed out (Labeling Measures art. 9).
    UNLABELLED_SUPPLY,
    /// Consents and what became of them: as long as they may have to be proven (PIPL art. 14, DSP art. 14).
    CONSENT,
    /// Complaints and what was done about them (DSP arts. 10 to 12).
    COMPLAINT,
    /// Registrations, assessments, feature library and pauses (DSP arts. 10, 15, 19 to 21).
    GOVERNANCE,
    /// Who read what under a privilege.
    AUDIT,
    /// A fact of a type that this version does not know: kept, and classed when it is known.
    UNCLASSED
}
