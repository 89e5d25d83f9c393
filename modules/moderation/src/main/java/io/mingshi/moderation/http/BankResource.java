package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.BANK_UNUSABLE;
import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.bank.Adequacy;
import io.mingshi.moderation.bank.Bank;
import io.mingshi.moderation.bank.ImportBank;
import io.mingshi.moderation.bank.Purpose;
import io.mingshi.moderation.bank.Question;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operator's banks of questions.
@Path("/api/moderation/banks")
@RunOnVirtualThread
class BankResource {
    private static final String HEAD = "kind,question";

    private final Callers callers;
    private final ImportBank banks;

    BankResource(Callers callers, ImportBank banks) {
        this.callers = callers;
        this.banks = banks;
    }

    record QuestionBody(@Nullable String kind, @Nullable String question) {
        Question checked() {
            if (kind == null || question == null) {
                throw BANK_UNUSABLE.with("every question needs a kind and a question");
            }
            return new Question(kind, question);
        }
    }

    record Import(
            @Nullable String name,
            @Nullable Purpose purpose,
            @Nullable List<QuestionBody> questions) {}

    record View(
            String id,
            String name,
            Purpose purpose,
            String hash,
            PersonId importedBy,
            Instant importedAt,
            Adequacy counts,
            boolean sufficient) {
        static View of(Bank bank) {
            var counts = Adequacy.of(bank);
            return new View(
                    bank.id(),
                    bank.name(),
                    bank.purpose(),
                    bank.hash(),
                    bank.importedBy(),
                    bank.importedAt(),
                    counts,
                    counts.sufficient());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response importJson(@Nullable Import body) {
        PersonId by = callers.with(REVIEWER, OFFICER).person();
        if (body == null || body.questions() == null) {
            throw BANK_UNUSABLE.with("send a JSON body with name, purpose and questions");
        }
        return created(
                body.name(),
                body.purpose(),
                body.questions().stream().map(QuestionBody::checked).toList(),
                by);
    }

    /// Lines of `kind,question` with that head line.
    @POST
    @Consumes("text/csv")
    public Response importCsv(
            String csv, @QueryParam("name") @Nullable String name, @QueryParam("purpose") @Nullable Purpose purpose) {
        PersonId by = callers.with(REVIEWER, OFFICER).person();
        List<List<String>> lines = Csv.records(csv);
        if (lines.isEmpty() || !String.join(",", lines.getFirst()).equals(HEAD)) {
            throw BANK_UNUSABLE.with("the first line must be " + HEAD);
        }
        return created(
                name,
                purpose,
                lines.stream().skip(1).map(BankResource::question).toList(),
                by);
    }

    @GET
    public List<View> all() {
        callers.with(REVIEWER, OFFICER, INSPECTOR);
        return banks.all().stream().map(View::of).toList();
    }

    @GET
    @Path("/{id}")
    public View one(@PathParam("id") String id) {
        callers.with(REVIEWER, OFFICER, INSPECTOR);
        return View.of(banks.find(id));
    }

    private Response created(@Nullable String name, @Nullable Purpose purpose, List<Question> questions, PersonId by) {
        if (name == null || purpose == null) {
            throw BANK_UNUSABLE.with("give a name, and the purpose GENERATED, SHOULD_REFUSE or SHOULD_ANSWER");
        }
        return Response.status(Response.Status.CREATED)
                .entity(View.of(banks.take(name, purpose, questions, by)))
                .build();
    }

    private static Question question(List<String> line) {
        if (line.size() != 2) {
            throw BANK_UNUSABLE.with("every line has two fields, kind and question");
        }
        return new Question(line.get(0), line.get(1));
    }
}
