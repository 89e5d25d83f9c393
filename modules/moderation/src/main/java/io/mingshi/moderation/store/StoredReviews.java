package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.review.Review;
import io.mingshi.moderation.review.ReviewEvent;
import io.mingshi.moderation.review.ReviewEvent.Step;
import io.mingshi.moderation.review.Reviews;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@Singleton
class StoredReviews implements Reviews {
    private final Sql sql;

    StoredReviews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean open(String review, Step opened) {
        if (insert(review, opened, " on conflict do nothing") == 0) {
            return false;
        }
        boolean urgent = opened.event() instanceof ReviewEvent.Opened event && event.urgent();
        sql.update("insert into review_open (review, opened_at, urgent) values (?, ?, ?)", review, opened.at(), urgent);
        return true;
    }

    @Override
    public void add(String review, Step step) {
        insert(review, step, "");
    }

    @Override
    public void close(String review, Step step) {
        insert(review, step, "");
        sql.update("delete from review_open where review = ?", review);
    }

    @Override
    public List<Step> history(String review) {
        if (review.indexOf('\0') >= 0) {
            return List.of();
        }
        return sql.query(StoredReviews::step, "select * from review_event where review = ? order by step", review);
    }

    @Override
    public List<Step> historyForChange(String review) {
        if (review.indexOf('\0') >= 0) {
            return List.of();
        }
        sql.query(row -> true, "select 1 from review_open where review = ? for update", review);
        return history(review);
    }

    @Override
    public List<Review> waiting(int limit) {
        Map<String, List<Step>> histories = sql
                .query(
                        row -> Map.entry(row.getString("review"), step(row)),
                        "select e.* from review_event e"
                                + " join (select * from review_open order by urgent desc, opened_at, review limit ?) o"
                                + " on o.review = e.review order by o.urgent desc, o.opened_at, o.review, e.step",
                        limit)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return histories.entrySet().stream()
                .map(one -> Review.of(one.getKey(), one.getValue()))
                .toList();
    }

    private int insert(String review, Step step, String onConflict) {
        return sql.update(
                "insert into review_event values (?, ?, ?, ?, ?, ?)" + onConflict,
                review,
                step.number(),
                ReviewJson.typeOf(step.event()),
                ReviewJson.write(step.event()),
                step.by().value(),
                step.at());
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getInt("step"),
                ReviewJson.read(row.getString("type"), row.getString("data")),
                new PersonId(row.getString("by")),
                Sql.instant(row, "at"));
    }
}
