package io.mingshi.complaints;

import java.time.Instant;

/// Within how many working days the result of a complaint is promised: the number that is published and the
/// number that the clock uses are this one.
///
/// DSP art. 12 leaves the number to the provider and wants it published; a matter of personal information may
/// take at most 15 working days (Method for Identifying Unlawful Collection by Apps, art. 6).
/// [DSP-12](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
public enum ResultLimit {
    GENERAL(5),
    PERSONAL_INFORMATION(15),
    APPEAL(5);

    private final int workingDays;

    ResultLimit(int workingDays) {
        this.workingDays = workingDays;
    }

    public int workingDays() {
        return workingDays;
    }

    /// The last second of the last day; the day of filing does not count.
    public Instant due(Instant filedAt, WorkingDays calendar) {
        return calendar.endOfDayAfter(filedAt, workingDays);
    }
}
