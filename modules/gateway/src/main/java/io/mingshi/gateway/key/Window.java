package io.mingshi.gateway.key;

import java.time.LocalDate;

/// One window of one quota.
public record Window(Account account, Period period, LocalDate begins, Quota quota) {}
