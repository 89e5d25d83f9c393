package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Lets a version of a model go live: registered, and reviewed within the interval by one person and another.
///
/// [DSP-15](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm). The built-in demonstration models, which no
/// production runs, are not promoted but come with the software.
@ApplicationScoped
public class PromoteModel {
    private final RegisterModel register;
    private final ReviewModels reviews;

    PromoteModel(RegisterModel register, ReviewModels reviews) {
        this.register = register;
        this.reviews = reviews;
    }

    /// Nothing is registered when the review does not suffice.
    @Transactional
    public Registration promote(ModelId model, RegisterModel.Request request, PersonId by) {
        Registration registration = register.register(model, request, by);
        reviews.requireInForce(model, registration.version());
        return registration;
    }
}
