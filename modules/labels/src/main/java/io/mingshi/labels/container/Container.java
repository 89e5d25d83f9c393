package io.mingshi.labels.container;

import io.mingshi.labels.source.Source;
import java.io.IOException;

/// One file format and the place that the TC260 guide for it gives to the AIGC object.
///
/// A container reads structure, never pixels or sound, and holds no more of a file in memory than it must.
public interface Container {
    /// Everything in the file that is or may be a label, and everything that could not be read. Bytes of any kind are
    /// answered; an exception comes only from the source itself.
    Sightings read(Source file) throws IOException;

    /// The same file with exactly this AIGC object in the place that the guide names. Labels it had anywhere are gone;
    /// metadata of others and the content itself are kept.
    ///
    /// @param json the object without wrapper, as [io.mingshi.labels.AigcLabel#toJson()] makes it
    /// @throws io.mingshi.labels.LabelException MALFORMED for a damaged file, TOO_LARGE beyond a limit,
    ///     ENCRYPTED, SIGNED or UNSUPPORTED for a form that cannot be labelled
    Source label(Source file, String json) throws IOException;
}
