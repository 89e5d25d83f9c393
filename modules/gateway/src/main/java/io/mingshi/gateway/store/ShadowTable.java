package io.mingshi.gateway.store;

import io.mingshi.gateway.screening.ShadowLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/// The table of what candidates of the library would have decided.
@ApplicationScoped
@Transactional
class ShadowTable implements ShadowLedger {
    private final Sql sql;

    ShadowTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Map<Outcome, Long> texts) {
        texts.forEach((outcome, count) -> sql.update(
                "insert into shadow_outcome (candidate, before, after, rule, texts) values (?, ?, ?, ?, ?)"
                        + " on conflict (candidate, before, after, rule)"
                        + " do update set texts = shadow_outcome.texts + excluded.texts",
                outcome.candidate(),
                outcome.before(),
                outcome.after(),
                outcome.rule(),
                count));
    }

    @Override
    public List<Counted> of(String candidate) {
        if (candidate.indexOf('\0') >= 0) {
            return List.of();
        }
        return sql.query(
                row -> new Counted(
                        row.getString("before"), row.getString("after"), row.getString("rule"), row.getLong("texts")),
                "select * from shadow_outcome where candidate = ? order by before = after, texts desc, rule limit 1000",
                candidate);
    }
}
