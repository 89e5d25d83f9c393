package io.mingshi.records;

/// A row as it is stored, whatever anybody did to it.
public sealed interface Stored {
    /// Its place in the order of all records.
    long position();

    /// The id that it carries.
    String eventId();

    /// A row whose columns can be read.
    ///
    /// @param seal what the row says its seal is, in hex
    /// @param keyNoted whether a key of its text is noted, be it there or destroyed
    record Row(KeptRecord kept, String seal, boolean keyNoted) implements Stored {
        @Override
        public long position() {
            return kept.position();
        }

        @Override
        public String eventId() {
            return kept.header().eventId();
        }
    }

    /// A row with columns that this service never writes.
    ///
    /// @param why what is wrong with them
    record Garbled(long position, String eventId, String why) implements Stored {}
}
