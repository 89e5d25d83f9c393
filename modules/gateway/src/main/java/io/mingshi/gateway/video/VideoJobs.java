package io.mingshi.gateway.video;

import static io.mingshi.gateway.GatewayProblem.NO_SUCH_VIDEO;
import static io.mingshi.gateway.GatewayProblem.VIDEO_UNFINISHED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admit;
import io.mingshi.gateway.admission.Limits;
import io.mingshi.gateway.admission.Limits.Spent;
import io.mingshi.gateway.video.VideoJob.State;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Takes wishes for films, each admitted before it is queued, and tells their owners how far they are.
@ApplicationScoped
public class VideoJobs {
    private static final int PAGE = 100;

    private final Admit admit;
    private final JobLedger ledger;
    private final SealedPrompts prompts;
    private final Limits limits;
    private final Ids ids;

    VideoJobs(Admit admit, JobLedger ledger, SealedPrompts prompts, Limits limits, Ids ids) {
        this.limits = limits;
        this.admit = admit;
        this.ledger = ledger;
        this.prompts = prompts;
        this.ids = ids;
    }

    /// @throws ProblemException when it is refused, which is stored by then
    public VideoJob begin(PersonId person, Prompt.Film film) {
        var admission = admit.admit(person, film);
        var job = new VideoJob(
                "video_" + ids.next(),
                admission.id(),
                person,
                film.model(),
                film.seconds(),
                film.width() + "x" + film.height(),
                State.QUEUED,
                0,
                null,
                null,
                null,
                null,
                admission.admittedAt(),
                null);
        ledger.add(job, prompts.seal(job.id(), film));
        return job;
    }

    public List<VideoJob> of(PersonId person) {
        return ledger.of(person, PAGE);
    }

    /// @throws ProblemException `NO_SUCH_VIDEO`, also for somebody else's
    public VideoJob find(PersonId person, String id) {
        return ledger.find(person, id).orElseThrow(() -> NO_SUCH_VIDEO.with("you have no video with the id " + id));
    }

    /// The work that came of it.
    ///
    /// @throws ProblemException `VIDEO_UNFINISHED`
    public ProduceId work(PersonId person, String id) {
        VideoJob job = find(person, id);
        if (job.work() == null || job.state() != State.COMPLETED) {
            throw VIDEO_UNFINISHED.with("the video " + id + " is " + job.state() + ": ask again when it is completed");
        }
        return job.work();
    }

    /// Stops it, and gives back what was taken for it from quotas; one that has ended stays as it is.
    public VideoJob cancel(PersonId person, String id) {
        VideoJob job = find(person, id);
        if (ledger.cancelled(job)) {
            limits.settle(job.admission(), Spent.NOTHING);
        }
        return find(person, id);
    }

    /// Stops it and takes it off the list. A work that came of it stays on record.
    public void delete(PersonId person, String id) {
        ledger.remove(cancel(person, id));
    }
}
