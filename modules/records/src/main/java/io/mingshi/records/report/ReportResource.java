package io.mingshi.records.report;

import io.mingshi.records.PrivilegedReads;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Reports for officers and inspectors, as JSON or as CSV by what the caller accepts.
@Path("/api/records/reports")
@RunOnVirtualThread
class ReportResource {
    private static final String CSV = "text/csv; charset=utf-8";

    private final MakeReport makeReport;
    private final PrivilegedReads reads;
    private final Callers callers;

    ReportResource(MakeReport makeReport, PrivilegedReads reads, Callers callers) {
        this.makeReport = makeReport;
        this.reads = reads;
        this.callers = callers;
    }

    /// @param date a day in China, such as `2026-11-24`
    @GET
    @Path("/daily/{date}")
    @Produces(MediaType.APPLICATION_JSON)
    public Report daily(@PathParam("date") String date) {
        read("daily-report", date);
        return makeReport.daily(date);
    }

    @GET
    @Path("/daily/{date}")
    @Produces(CSV)
    public String dailyTable(@PathParam("date") String date) {
        return ReportTable.of(daily(date));
    }

    /// @param month a month in China, such as `2026-11`
    @GET
    @Path("/monthly/{month}")
    @Produces(MediaType.APPLICATION_JSON)
    public Report monthly(@PathParam("month") String month) {
        read("monthly-report", month);
        return makeReport.monthly(month);
    }

    @GET
    @Path("/monthly/{month}")
    @Produces(CSV)
    public String monthlyTable(@PathParam("month") String month) {
        return ReportTable.of(monthly(month));
    }

    /// The report streams outside of any transaction; that it was asked for is committed before.
    private void read(String what, String target) {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        Role privilege = caller.is(Role.INSPECTOR) ? Role.INSPECTOR : Role.OFFICER;
        QuarkusTransaction.requiringNew().run(() -> reads.record(caller, privilege, what, target));
    }
}
