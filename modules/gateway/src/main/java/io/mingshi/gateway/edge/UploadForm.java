package io.mingshi.gateway.edge;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.TOO_LARGE;

import io.mingshi.contracts.ModelId;
import io.mingshi.gateway.Depiction;
import io.mingshi.gateway.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// A form with an upload: OpenAI's fields, and ours that say who is depicted.
///
/// Read part by part, because libraries send files with and without a file name.
public final class UploadForm {
    private final MultipartFormDataInput form;

    public UploadForm(MultipartFormDataInput form) {
        this.form = form;
    }

    public ModelId model() {
        return new ModelId(text("model"));
    }

    /// A text that must be there.
    public String text(String name) {
        return Fields.checked(name, value(name));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(value(name)).filter(value -> !value.isBlank());
    }

    public boolean has(String name) {
        return !parts(name).isEmpty();
    }

    public int count() {
        return Fields.count(value("n"));
    }

    public boolean asAddress() {
        return Fields.asAddress(value("response_format"));
    }

    public Depiction depiction() {
        return Declared.of(value("depicts"), value("purpose"));
    }

    public Media picture() {
        return picture("image");
    }

    /// The one picture in this field, also where a library writes it as a list.
    public Media picture(String field) {
        return Pictures.of(upload(field));
    }

    /// The one picture or MP4 film in this field.
    public Media pictureOrFilm(String field) {
        return Pictures.orFilm(upload(field));
    }

    private byte[] upload(String field) {
        List<FormValue> pictures = Stream.of(field, field + "[]")
                .flatMap(name -> parts(name).stream())
                .toList();
        if (pictures.size() != 1 || !pictures.getFirst().isFileItem()) {
            throw INVALID_REQUEST.with("send exactly one picture in the form field " + field);
        }
        return bytes(pictures.getFirst());
    }

    /// The one file in the field `file`.
    ///
    /// @param most the most bytes that it may have
    public byte[] file(int most) {
        byte[] bytes = bytes(filePart());
        if (bytes.length > most) {
            throw TOO_LARGE.with("the file has more than " + most + " bytes: send a smaller one");
        }
        return bytes;
    }

    /// As the uploader calls the file; may be empty.
    public String fileName() {
        return Optional.ofNullable(filePart().getFileName()).orElse("");
    }

    private FormValue filePart() {
        List<FormValue> files = List.copyOf(parts("file"));
        if (files.size() != 1 || !files.getFirst().isFileItem()) {
            throw INVALID_REQUEST.with("send exactly one file in the form field file");
        }
        return files.getFirst();
    }

    private static byte[] bytes(FormValue part) {
        try (var in = part.getFileItem().getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read from the disk", e);
        }
    }

    private @Nullable String value(String name) {
        for (FormValue part : parts(name)) {
            if (part.isFileItem()) {
                throw INVALID_REQUEST.with("the form field " + name + " must be a text");
            }
            return part.getValue();
        }
        return null;
    }

    private Collection<FormValue> parts(String name) {
        return form.getValues().getOrDefault(name, List.of());
    }
}
