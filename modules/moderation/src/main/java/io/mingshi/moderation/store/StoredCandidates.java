package io.mingshi.moderation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Change;
import io.mingshi.moderation.Content;
import io.mingshi.moderation.rollout.Candidate;
import io.mingshi.moderation.rollout.Candidates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StoredCandidates implements Candidates {
    private final ObjectMapper json = new ObjectMapper();

    /// @param ruleId null for an entry that gets its number when it comes into force
    private record Written(String action, @Nullable String ruleId, Content content) {
        static Written of(Change change) {
            return switch (change) {
                case Change.Add(var content) -> new Written("ADD", null, content);
                case Change.Retire(var ruleId, var content) -> new Written("RETIRE", ruleId, content);
                case Change.Restore(var ruleId, var content) -> new Written("RESTORE", ruleId, content);
            };
        }

        Change change() {
            if (ruleId == null) {
                return new Change.Add(content);
            }
            return action.equals("RETIRE") ? new Change.Retire(ruleId, content) : new Change.Restore(ruleId, content);
        }
    }

    @Override
    public void keep(Candidate candidate) {
        var row = new CandidateRow();
        row.id = candidate.id();
        row.reason = candidate.reason();
        row.source = candidate.source();
        row.changes = written(candidate.changes());
        row.target = candidate.target();
        row.proposer = candidate.proposer().value();
        row.proposedAt = candidate.proposedAt();
        row.state = candidate.state().name();
        row.persist();
    }

    @Override
    public List<Candidate> open(int limit) {
        return CandidateRow.<CandidateRow>find("state = 'OPEN' order by id").page(0, limit).stream()
                .map(this::candidate)
                .toList();
    }

    @Override
    public Optional<Candidate> find(String id) {
        return CandidateRow.<CandidateRow>findByIdOptional(id).map(this::candidate);
    }

    @Override
    public Optional<Candidate> findForChange(String id) {
        return CandidateRow.<CandidateRow>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(this::candidate);
    }

    @Override
    public void decided(String id, Candidate.State state, PersonId by, Instant at, @Nullable Long version) {
        CandidateRow row = CandidateRow.findById(id);
        row.state = state.name();
        row.decider = by.value();
        row.decidedAt = at;
        row.version = version;
    }

    @Override
    public void shadow(String id, int percent) {
        CandidateRow.update("percent = 0 where percent > 0");
        CandidateRow.update("percent = ?1 where id = ?2", percent, id);
    }

    @Override
    public Optional<Tried> inShadow() {
        return CandidateRow.<CandidateRow>find("percent > 0 and state = 'OPEN'")
                .firstResultOptional()
                .map(row -> new Tried(candidate(row), row.percent));
    }

    private Candidate candidate(CandidateRow row) {
        return new Candidate(
                row.id,
                row.reason,
                row.source,
                read(row.changes),
                row.target,
                new PersonId(row.proposer),
                row.proposedAt,
                Candidate.State.valueOf(row.state));
    }

    private String written(List<Change> changes) {
        try {
            return json.writeValueAsString(changes.stream().map(Written::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers are always JSON", e);
        }
    }

    private List<Change> read(String changes) {
        try {
            return json.readValue(changes, new TypeReference<List<Written>>() {}).stream()
                    .map(Written::change)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written here is JSON", e);
        }
    }
}
