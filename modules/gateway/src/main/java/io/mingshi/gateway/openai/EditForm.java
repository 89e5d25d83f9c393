package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.gateway.Depiction;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.labels.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// The form of an edit: OpenAI's fields, and ours that say who is depicted.
///
/// Read part by part, because libraries send the picture with and without a file name.
final class EditForm {
    private static final String NOBODY = "none";

    private final MultipartFormDataInput form;

    EditForm(MultipartFormDataInput form) {
        this.form = form;
    }

    Prompt.Edit read() {
        if (!parts("mask").isEmpty()) {
            throw UNSUPPORTED.with("masks are not offered: leave the mask out and describe the place in the prompt");
        }
        return new Prompt.Edit(
                new ModelId(Fields.checked("model", text("model"))),
                Fields.checked("prompt", text("prompt")),
                picture(),
                Fields.count(text("n")),
                depiction());
    }

    boolean asAddress() {
        return Fields.asAddress(text("response_format"));
    }

    private Depiction depiction() {
        String depicts = text("depicts");
        String purpose = text("purpose");
        if (depicts == null || depicts.isBlank()) {
            return new Depiction.Undeclared();
        }
        if (depicts.strip().equals(NOBODY)) {
            return new Depiction.Nobody();
        }
        if (purpose == null || purpose.isBlank()) {
            return new Depiction.Undeclared();
        }
        List<ConsentId> consents = Arrays.stream(depicts.split(",", -1))
                .map(String::strip)
                .map(ConsentId::new)
                .toList();
        return new Depiction.People(consents, purpose.strip());
    }

    private Media picture() {
        List<FormValue> pictures = Stream.of("image", "image[]")
                .flatMap(name -> parts(name).stream())
                .toList();
        if (pictures.size() != 1 || !pictures.getFirst().isFileItem()) {
            throw INVALID_REQUEST.with("send exactly one picture in the form field image");
        }
        byte[] bytes = bytes(pictures.getFirst());
        MediaType type = MediaType.sniff(bytes)
                .filter(seen -> seen == MediaType.PNG || seen == MediaType.JPEG)
                .orElseThrow(() -> INVALID_REQUEST.with("the picture must be a PNG or JPEG file"));
        return new Media(type, bytes);
    }

    private static byte[] bytes(FormValue part) {
        try (var in = part.getFileItem().getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read from the disk", e);
        }
    }

    private @Nullable String text(String name) {
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
