package io.mingshi.gateway.store;

import static io.mingshi.gateway.GatewayProblem.REVIEW_REFUSED;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.video.JobLedger;
import io.mingshi.gateway.video.VideoJob;
import io.mingshi.gateway.video.VideoJob.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The table of film jobs.
@ApplicationScoped
@Transactional
class JobTable implements JobLedger {
    /// A job whose film waits for a person has ended as soon as that person decided.
    private static final String SEEN = "select j.*, w.released, w.review_decided_at from video_job j"
            + " left join work w on j.state = 'HELD' and w.produce_id = j.work";

    private static final String OPEN = " where id = ? and state in ('QUEUED', 'RUNNING')";

    private final Sql sql;
    private final Clock clock;

    JobTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void add(VideoJob job, byte[] sealedPrompt) {
        sql.update(
                "insert into video_job (id, admission, person, model, seconds, size, state, sealed_prompt, created_at,"
                        + " free_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.admission().value(),
                job.person().value(),
                job.model().value(),
                job.seconds(),
                job.size(),
                job.state().name(),
                sealedPrompt,
                job.createdAt(),
                job.createdAt());
    }

    @Override
    public Optional<VideoJob> find(PersonId person, String id) {
        return sql
                .query(JobTable::seen, SEEN + " where j.id = ? and j.person = ? and not j.removed", id, person.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<VideoJob> of(PersonId person, int limit) {
        return sql.query(
                JobTable::seen,
                SEEN + " where j.person = ? and not j.removed order by j.created_at desc, j.id limit ?",
                person.value(),
                limit);
    }

    /// Also cancelled ones whose server has not been told yet.
    @Override
    public List<VideoJob> claim(int most, Duration lease) {
        return sql.query(
                JobTable::job,
                "update video_job set asleep = false, called = false,"
                        + " free_at = case state when 'CANCELLED' then null else ? end where id in (select id from video_job where free_at <= ?"
                        + " order by free_at limit ? for update skip locked) returning *",
                clock.instant().plus(lease),
                clock.instant(),
                most);
    }

    @Override
    public byte[] sealedPrompt(VideoJob job) {
        return sql.query(
                        row -> row.getBytes("sealed_prompt"),
                        "select sealed_prompt from video_job where id = ?",
                        job.id())
                .getFirst();
    }

    @Override
    public boolean open(VideoJob job) {
        return !sql.query(_ -> true, "select 1 from video_job" + OPEN, job.id()).isEmpty();
    }

    @Override
    public void begun(VideoJob job, String upstreamJob) {
        sql.update(
                "update video_job set upstream_job = ?, free_at = ?, asleep = true,"
                        + " state = case state when 'QUEUED' then 'RUNNING' else state end where id = ?",
                upstreamJob,
                clock.instant(),
                job.id());
    }

    @Override
    public void goesOn(VideoJob job, int progress, Duration pause) {
        sql.update(
                "update video_job set progress = ?, asleep = true, called = false,"
                        + " free_at = case when called then ? else ? end" + OPEN,
                progress,
                clock.instant(),
                clock.instant().plus(pause),
                job.id());
    }

    @Override
    public void completed(VideoJob job, ProduceId work) {
        end(job, State.COMPLETED, "work = ?, progress = 100", work.value());
    }

    @Override
    public void held(VideoJob job) {
        end(
                job,
                State.HELD,
                "progress = 100, work = (select produce_id from work where admission = ? and review is not null"
                        + " order by held_at limit 1)",
                job.admission().value());
    }

    /// While an instance is at work on it, its lease must not end by this.
    @Override
    public void called(String job) {
        sql.update(
                "update video_job set called = true, free_at = case when asleep then ? else free_at end" + OPEN,
                clock.instant(),
                job);
    }

    @Override
    public void failed(VideoJob job, String problem, String detail) {
        end(job, State.FAILED, "problem = ?, detail = ?", problem, detail);
    }

    /// The worker is to tell the model's server, so it stays to be claimed once.
    @Override
    public boolean cancelled(VideoJob job) {
        return sql.update(
                        "update video_job set state = 'CANCELLED', ended_at = ?, sealed_prompt = null, free_at = ?"
                                + OPEN,
                        clock.instant(),
                        clock.instant(),
                        job.id())
                == 1;
    }

    private void end(VideoJob job, State state, String more, Object... values) {
        Object[] all = new Object[values.length + 3];
        all[0] = state.name();
        all[1] = clock.instant();
        System.arraycopy(values, 0, all, 2, values.length);
        all[all.length - 1] = job.id();
        sql.update(
                "update video_job set state = ?, ended_at = ?, sealed_prompt = null, free_at = null, " + more + OPEN,
                all);
    }

    @Override
    public void remove(VideoJob job) {
        sql.update("update video_job set removed = true where id = ?", job.id());
    }

    /// A job as its owner sees it: what a person decided on its film is its end.
    private static VideoJob seen(ResultSet row) throws SQLException {
        VideoJob job = job(row);
        boolean released = row.getBoolean("released");
        if (job.state() != State.HELD || row.wasNull()) {
            return job;
        }
        Instant decidedAt = Sql.instant(row, "review_decided_at");
        return released
                ? job.ended(State.COMPLETED, null, null, decidedAt)
                : job.ended(
                        State.FAILED,
                        REVIEW_REFUSED.name(),
                        "a person looked at the film and refused it; appeal to moderation if you disagree",
                        decidedAt);
    }

    private static VideoJob job(ResultSet row) throws SQLException {
        String work = row.getString("work");
        return new VideoJob(
                row.getString("id"),
                new AdmissionId(row.getString("admission")),
                new PersonId(row.getString("person")),
                new ModelId(row.getString("model")),
                row.getInt("seconds"),
                row.getString("size"),
                State.valueOf(row.getString("state")),
                row.getInt("progress"),
                row.getString("upstream_job"),
                work == null ? null : new ProduceId(work),
                row.getString("problem"),
                row.getString("detail"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "ended_at"));
    }
}
