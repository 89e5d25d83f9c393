package io.mingshi.gateway.http;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.key.Account.Kind;
import io.mingshi.gateway.key.Quota;
import io.mingshi.gateway.key.QuotaLedger.Taken;
import io.mingshi.gateway.key.QuotaLedger.Used;
import io.mingshi.gateway.key.Usages;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the caller used, by day, key and model.
@Path("/api/gateway")
@RunOnVirtualThread
class UsageResource {
    private static final List<String> HEAD = List.of(
            "day",
            "key",
            "key_name",
            "of",
            "model",
            "requests",
            "prompt_tokens",
            "completion_tokens",
            "works",
            "money");

    private final Callers callers;
    private final Usages usages;

    UsageResource(Callers callers, Usages usages) {
        this.callers = callers;
        this.usages = usages;
    }

    record View(LocalDate from, LocalDate to, List<Entry> entries, List<QuotaView> quotas) {}

    record Entry(
            LocalDate day,
            String key,
            String keyName,
            boolean organization,
            String model,
            long requests,
            long promptTokens,
            long completionTokens,
            int works,
            BigDecimal money) {
        static Entry of(Used used) {
            return new Entry(
                    used.day(),
                    used.key(),
                    used.keyName(),
                    used.organization(),
                    used.model(),
                    used.requests(),
                    used.spent().promptTokens(),
                    used.spent().completionTokens(),
                    used.spent().works(),
                    Quota.money(used.micros()));
        }
    }

    /// What is taken of one quota; reserved requests are.
    ///
    /// @param key the key's id; empty when it is the quota of the person or organisation
    record QuotaView(String of, String key, String period, LocalDate renewed, AmountView taken, AmountView limit) {
        static QuotaView of(Taken taken) {
            var window = taken.window();
            var kind = window.account().kind();
            var quota = window.quota();
            return new QuotaView(
                    kind.name(),
                    kind == Kind.KEY ? window.account().id() : "",
                    window.period().name(),
                    window.period().renewed(window.begins()),
                    new AmountView(
                            taken.amount().requests(),
                            taken.amount().tokens(),
                            Quota.money(taken.amount().micros())),
                    new AmountView(
                            quota.requests(),
                            quota.tokens(),
                            quota.micros() == null ? null : Quota.money(quota.micros())));
        }
    }

    record AmountView(
            @Nullable Long requests,
            @Nullable Long tokens,
            @Nullable BigDecimal money) {}

    @GET
    @Path("/usage")
    @Produces(MediaType.APPLICATION_JSON)
    public View usage(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        var report = usages.of(person(), day(from), day(to));
        return new View(
                report.first(),
                report.last(),
                report.used().stream().map(Entry::of).toList(),
                report.windows().stream().map(QuotaView::of).toList());
    }

    @GET
    @Path("/usage.csv")
    public Response csv(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        var report = usages.of(person(), day(from), day(to));
        var csv = new Csv(HEAD);
        report.used().stream()
                .map(Entry::of)
                .forEach(entry -> csv.row(
                        entry.day(),
                        entry.key(),
                        entry.keyName(),
                        entry.organization() ? "organization" : "person",
                        entry.model(),
                        entry.requests(),
                        entry.promptTokens(),
                        entry.completionTokens(),
                        entry.works(),
                        entry.money().toPlainString()));
        return Response.ok(csv.toString(), "text/csv;charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"usage-" + report.first() + "-" + report.last() + ".csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private PersonId person() {
        return callers.with(Role.USER).person();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw INVALID_REQUEST.with("from and to are days such as 2026-11-24");
        }
    }
}
