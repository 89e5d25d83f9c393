package io.mingshi.contracts.identity;

/// The ages to which the law attaches something; a year is completed at midnight of the birthday, in Asia/Shanghai.
public enum AgeGroup {
    /// Only a guardian may consent, [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm).
    UNDER_14,
    /// A minor who consents in person and is served in minors' mode.
    FROM_14_TO_17,
    ADULT;

    /// Whether the person is served in minors' mode: everybody under 18.
    public boolean minorsMode() {
        return this != ADULT;
    }
}
