package io.mingshi.contracts.governance;

import io.mingshi.contracts.ModelId;
import java.util.List;

/// The question to `governance`: may this model be used for this, now?
///
/// Refused are models that are not registered, whose security assessment or periodic review is overdue, and
/// everything while a pause is in force. [DSP-15](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
public interface ModelRegistry {
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had; then nothing
    /// is admitted
    ModelAdmission admit(ModelId model, Capability capability);

    /// The models that may be used now, in the order of their names.
    List<RegisteredModel> usable();
}
