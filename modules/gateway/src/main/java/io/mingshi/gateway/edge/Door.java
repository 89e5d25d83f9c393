package io.mingshi.gateway.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Admit;
import io.mingshi.gateway.companion.Companionship;
import io.mingshi.gateway.generation.GenerateWorks;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.gateway.generation.StreamText;
import io.mingshi.gateway.generation.Usage;
import io.mingshi.servicekit.problem.ProblemResponses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The one door: every surface hands in a prompt here and gets recorded works back, or a stream of screened frames.
@ApplicationScoped
public class Door {
    /// The header that names the works of a response.
    public static final String PRODUCE_ID = "Mingshi-Produce-Id";

    /// The header that says what a companion's answer tells, see [Turn#header()].
    public static final String COMPANION = "Mingshi-Companion";

    private final Admit admit;
    private final GenerateWorks generate;
    private final StreamText stream;
    private final Companionship companionship;
    private final ResponseEnd end;
    private final ProblemResponses problems;

    Door(
            Admit admit,
            GenerateWorks generate,
            StreamText stream,
            Companionship companionship,
            ResponseEnd end,
            ProblemResponses problems) {
        this.companionship = companionship;
        this.admit = admit;
        this.generate = generate;
        this.stream = stream;
        this.end = end;
        this.problems = problems;
    }

    /// What was made, to be sent in the response of the current request: its end counts as their delivery.
    public record Made(Admission admission, List<Recorded> works, Usage usage) {
        public Made {
            works = List.copyOf(works);
        }

        /// The response with this body, and the numbers of the works in its header.
        public Response response(Object body, String mediaType) {
            return companion(
                            admission,
                            Response.ok(body, mediaType)
                                    .header(
                                            PRODUCE_ID,
                                            numbers(works.stream()
                                                    .map(Recorded::work)
                                                    .toList())))
                    .build();
        }

        public Response response(JsonNode body) {
            return response(body, MediaType.APPLICATION_JSON);
        }
    }

    /// @throws io.mingshi.contracts.ProblemException when it was refused, which is stored by then
    public Made whole(PersonId person, Prompt prompt) {
        var admission = admit.admit(person, prompt);
        var result = generate.generate(admission);
        companionship.told(admission.grounds().turn());
        end.delivers(result.works().stream().map(Recorded::work).toList());
        return new Made(admission, result.works(), result.usage());
    }

    /// Sends a work that was recorded before; the response's end counts as its delivery.
    public Response delivery(ProduceId work, Media content) {
        end.delivers(List.of(work));
        return Response.ok(content.bytes(), content.type().mimeType())
                .header(PRODUCE_ID, work.value())
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /// Answers with server-sent events while the answer is being made. What a person has to look at first is
    /// made and held, and no stream begins.
    ///
    /// @param protocol makes the events of this one stream
    /// @throws io.mingshi.contracts.ProblemException when it was refused, which is stored by then
    public Response streamed(PersonId person, Prompt.Chat chat, Function<Admission, StreamProtocol> protocol) {
        var admission = admit.admit(person, chat);
        if (admission.grounds().resultsHeld().isPresent()) {
            generate.generate(admission);
            throw new IllegalStateException("the results of " + admission.id() + " were to be held");
        }
        var open = stream.open(admission, chat);
        end.onDisconnect(open::cancel);
        var output = new EventStream(open, protocol.apply(admission), problems, works -> {
            companionship.told(admission.grounds().turn());
            end.delivers(works.stream().map(Recorded::work).toList());
        });
        return companion(
                        admission,
                        Response.ok(output, "text/event-stream")
                                .header("Cache-Control", "no-cache")
                                .header(PRODUCE_ID, numbers(open.works())))
                .build();
    }

    private static ResponseBuilder companion(Admission admission, ResponseBuilder response) {
        String said = admission.grounds().turn().header();
        return said.isEmpty() ? response : response.header(COMPANION, said);
    }

    private static String numbers(List<ProduceId> works) {
        return works.stream().map(ProduceId::value).collect(Collectors.joining(","));
    }
}
