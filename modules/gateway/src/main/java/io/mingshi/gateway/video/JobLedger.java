package io.mingshi.gateway.video;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Keeps jobs. A job that has ended does not change any more.
public interface JobLedger {
    /// @param sealedPrompt only [Jobs] can read it
    void add(VideoJob job, byte[] sealedPrompt);

    Optional<VideoJob> find(PersonId person, String id);

    /// The person's jobs, the newest first, at most `limit`.
    List<VideoJob> of(PersonId person, int limit);

    /// Open jobs that no instance is at work on; they are this one's until the lease is over.
    List<VideoJob> claim(int most, Duration lease);

    byte[] sealedPrompt(VideoJob job);

    /// False when it has ended by now, as when its owner cancelled it.
    boolean open(VideoJob job);

    /// The model's server has begun.
    void begun(VideoJob job, String upstreamJob);

    /// The job goes on: it may be claimed again after the pause.
    void goesOn(VideoJob job, int progress, Duration pause);

    /// Forgets the prompt, which nobody needs any more.
    void completed(VideoJob job, ProduceId work);

    /// The film is recorded and waits for a person. What that person decides ends the job: this ledger's answers say
    /// so from then on, and again when it is decided otherwise. Forgets the prompt.
    void held(VideoJob job);

    /// The model's server called: the job is looked at now, or once more after the look that is going on. Does
    /// nothing for one that has ended.
    void called(String job);

    /// Forgets the prompt, which nobody needs any more.
    void failed(VideoJob job, String problem, String detail);

    /// False when it has ended already.
    boolean cancelled(VideoJob job);

    void remove(VideoJob job);
}
