package io.mingshi.identity;

import io.mingshi.contracts.PersonId;

/// What asking authorities costs, and by which key an authority recognises a question that is asked again.
public interface Attempts {
    /// Sets aside what the question costs, in a transaction of its own. The same claim of the same person that
    /// got no answer within the last day gets the same key and costs nothing more; so does that of a visitor
    /// which was answered some minutes ago.
    ///
    /// @param person on whose account it goes
    /// @return the idempotency key
    /// @throws io.mingshi.contracts.ProblemException `COST_CEILING_REACHED`
    String begin(PersonId person, Claim claim, Purse purse);

    /// The authority answered: the same claim would be a new question. Takes part in the current transaction,
    /// so that an answer whose outcome is lost is not paid twice.
    void finish(String idempotencyKey);

    /// What is paid together; each has a ceiling of its own for a day, so that visits through links cannot use
    /// up what accounts need, nor what people need who take a consent back.
    enum Purse {
        ACCOUNTS,
        VISITS,
        /// [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm): withdrawing is as easy as giving.
        WITHDRAWALS
    }
}
