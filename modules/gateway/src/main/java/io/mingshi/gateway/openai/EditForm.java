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
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// The form of an edit: OpenAI's fields, and ours that say who is depicted.
class EditForm {
    private static final String NOBODY = "none";

    @RestForm
    public @Nullable String model;

    @RestForm
    public @Nullable String prompt;

    @RestForm
    public @Nullable String n;

    @RestForm("response_format")
    public @Nullable String responseFormat;

    @RestForm
    public @Nullable String depicts;

    @RestForm
    public @Nullable String purpose;

    @RestForm
    public @Nullable FileUpload mask;

    @RestForm("image")
    public @Nullable List<FileUpload> image;

    @RestForm("image[]")
    public @Nullable List<FileUpload> images;

    Prompt.Edit read() {
        if (mask != null) {
            throw UNSUPPORTED.with("masks are not offered: leave the mask out and describe the place in the prompt");
        }
        return new Prompt.Edit(
                new ModelId(Fields.checked("model", model)),
                Fields.checked("prompt", prompt),
                picture(),
                Fields.count(n),
                depiction());
    }

    boolean asAddress() {
        return Fields.asAddress(responseFormat);
    }

    private Depiction depiction() {
        if (depicts == null || depicts.isBlank()) {
            return new Depiction.Undeclared();
        }
        if (depicts.strip().equals(NOBODY)) {
            return new Depiction.Nobody();
        }
        if (purpose == null || purpose.isBlank()) {
            return new Depiction.Undeclared();
        }
        return new Depiction.People(
                Arrays.stream(depicts.split(",", -1))
                        .map(String::strip)
                        .map(ConsentId::new)
                        .toList(),
                purpose.strip());
    }

    private Media picture() {
        List<FileUpload> uploads = image == null || image.isEmpty() ? images : image;
        if (uploads == null || uploads.size() != 1) {
            throw INVALID_REQUEST.with("send exactly one picture in the form field image");
        }
        try {
            byte[] bytes = Files.readAllBytes(uploads.getFirst().uploadedFile());
            MediaType type = MediaType.sniff(bytes)
                    .filter(seen -> seen == MediaType.PNG || seen == MediaType.JPEG)
                    .orElseThrow(() -> INVALID_REQUEST.with("the picture must be a PNG or JPEG file"));
            return new Media(type, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read from the disk", e);
        }
    }
}
