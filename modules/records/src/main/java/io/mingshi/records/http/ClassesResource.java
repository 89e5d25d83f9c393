package io.mingshi.records.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.records.RetentionClass;
import io.mingshi.records.retention.Disposal.Dropped;
import io.mingshi.records.retention.ExpireRecords;
import io.mingshi.records.retention.KeepErasures;
import io.mingshi.records.retention.ReadClasses;
import io.mingshi.records.retention.ReadClasses.Row;
import io.mingshi.records.retention.RunRetention;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long what is kept, for officers and inspectors; and what goes now, for operators.
@Path("/api/records/classes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ClassesResource {
    private final ReadClasses readClasses;
    private final RunRetention runRetention;
    private final ExpireRecords expireRecords;
    private final KeepErasures keepErasures;
    private final Callers callers;

    ClassesResource(
            ReadClasses readClasses,
            RunRetention runRetention,
            ExpireRecords expireRecords,
            KeepErasures keepErasures,
            Callers callers) {
        this.readClasses = readClasses;
        this.runRetention = runRetention;
        this.expireRecords = expireRecords;
        this.keepErasures = keepErasures;
        this.callers = callers;
    }

    @GET
    public List<ClassView> classes() {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        return readClasses.all(caller, caller.is(Role.INSPECTOR) ? Role.INSPECTOR : Role.OFFICER).stream()
                .map(ClassView::of)
                .toList();
    }

    /// Does now what the nightly run would do.
    @POST
    @Path("/run")
    public RunRetention.Run run() {
        callers.with(Role.OPERATOR);
        keepErasures.reapply();
        RunRetention.Run run = runRetention.run();
        keepErasures.write();
        return run;
    }

    /// Takes the records of a class and month away whose minimum is over, before their maximum is.
    @DELETE
    @Path("/{class}/{month}")
    public Dropped drop(@PathParam("class") String retentionClass, @PathParam("month") String month) {
        Caller operator = callers.with(Role.OPERATOR);
        return expireRecords.early(retentionClass(retentionClass), month(month), operator.person());
    }

    static RetentionClass retentionClass(String name) {
        try {
            return RetentionClass.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw MALFORMED_REQUEST.with("there is no class of records with this name: look at /api/records/classes");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw MALFORMED_REQUEST.with("write the month like 2026-05");
        }
    }

    /// @param maximum null when the records stay
    record ClassView(
            String name,
            String rule,
            String link,
            Period minimum,
            @Nullable Period maximum,
            RetentionClass.Start start,
            long count,
            @Nullable Instant oldest,
            @Nullable Instant newest,
            @Nullable NextView next) {
        static ClassView of(Row row) {
            RetentionClass one = row.retentionClass();
            return new ClassView(
                    one.name(),
                    one.rule().toString(),
                    one.rule().link(),
                    one.minimum(),
                    row.maximum().orElse(null),
                    one.start(),
                    row.held().map(held -> held.count()).orElse(0L),
                    row.held().map(held -> held.oldest()).orElse(null),
                    row.held().map(held -> held.newest()).orElse(null),
                    row.next()
                            .map(next -> new NextView(next.partition().month().toString(), next.at()))
                            .orElse(null));
        }
    }

    /// @param month which goes next
    record NextView(String month, Instant at) {}
}
