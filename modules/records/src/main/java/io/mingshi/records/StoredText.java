package io.mingshi.records;

/// What became of the text of a record.
public sealed interface StoredText {
    /// It can be read.
    record Legible(SaltedText text) implements StoredText {}

    /// The person asked for erasure, but the record must stay for now: it is stored and not used in any other way
    /// ([PIPL-47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)).
    record StorageOnly() implements StoredText {}

    /// Its key was destroyed: nobody can read it any more.
    record Erased() implements StoredText {}

    /// The stored bytes do not decrypt: they were changed.
    record Damaged() implements StoredText {}
}
