package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.FilmServer;
import io.mingshi.labels.MediaType;
import java.net.URI;
import java.util.regex.Pattern;

/// The films of a server that speaks OpenAI's protocol, asked for again and again until they are finished.
final class OpenAiFilms implements FilmServer {
    /// What a server calls its job becomes part of an address.
    private static final Pattern JOB = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    private final ServerCalls calls;
    private final boolean callsBack;

    /// @param callsBack whether the server takes the field `callback_url`, and calls there when it has got on
    OpenAiFilms(ServerCalls calls, boolean callsBack) {
        this.calls = calls;
        this.callsBack = callsBack;
    }

    @Override
    public String begin(Admission admission, String ours, URI call) {
        if (!(admission.prompt() instanceof Prompt.Film film)) {
            throw UNSUPPORTED.with("only films are made in jobs");
        }
        var form = new MultipartForm()
                .field("model", film.model().value())
                .field("prompt", film.description())
                .field("seconds", String.valueOf(film.seconds()))
                .field("size", film.width() + "x" + film.height());
        if (callsBack) {
            form.field("callback_url", call.toString());
        }
        film.reference().ifPresent(picture -> form.file("input_reference", picture));
        String job = calls.form(admission, "/videos", form).path("id").asText("");
        if (!JOB.matcher(job).matches()) {
            throw ServerFailure.broken("began a film without saying what it calls it");
        }
        return job;
    }

    @Override
    public Progress look(Admission admission, String job) {
        JsonNode answer = calls.get("/videos/" + job);
        return switch (answer.path("status").asText()) {
            case "queued", "in_progress" ->
                new Progress.Running(Math.clamp(answer.path("progress").asInt(0), 0, 99), callsBack);
            case "completed" -> film(calls.film("/videos/" + job + "/content"));
            case "failed" -> new Progress.Failed("the model could not make this film");
            default -> throw ServerFailure.broken("does not say how far the film is");
        };
    }

    @Override
    public void cancel(String job) {
        calls.delete("/videos/" + job);
    }

    private static Progress film(byte[] bytes) {
        return MediaType.sniff(bytes).filter(MediaType.MP4::equals).isPresent()
                ? new Progress.Done(new Media(MediaType.MP4, bytes))
                : new Progress.Failed("the model sent a film that is no MP4 file");
    }
}
