package io.mingshi.contracts;

/// One named way in which a module can refuse; every module lists its own in one enum.
public interface Problem {
    /// The enum constant's name, such as `NO_SUCH_CONSENT`; part of the published interface.
    String name();

    /// A short sentence that is the same for every occurrence.
    String title();

    Kind kind();

    /// The exception that carries this problem and what is particular to this occurrence.
    ///
    /// @param detail one clear sentence that names what is wrong and what to do; never another person's data
    default ProblemException with(String detail) {
        return new ProblemException(this, detail);
    }
}
