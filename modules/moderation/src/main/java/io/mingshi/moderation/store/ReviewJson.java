package io.mingshi.moderation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.moderation.review.ReviewEvent;
import io.mingshi.moderation.review.ReviewEvent.Claimed;
import io.mingshi.moderation.review.ReviewEvent.Contacted;
import io.mingshi.moderation.review.ReviewEvent.ContactsShown;
import io.mingshi.moderation.review.ReviewEvent.Decided;
import io.mingshi.moderation.review.ReviewEvent.Escalated;
import io.mingshi.moderation.review.ReviewEvent.GivenBack;
import io.mingshi.moderation.review.ReviewEvent.Opened;
import io.mingshi.moderation.review.ReviewEvent.Unveiled;
import io.mingshi.servicekit.event.ContractsJson;

/// Events of reviews as they stand in the table.
final class ReviewJson {
    private static final ObjectMapper JSON = ContractsJson.mapper();

    private ReviewJson() {}

    static String typeOf(ReviewEvent event) {
        return switch (event) {
            case Opened _ -> "OPENED";
            case Claimed _ -> "CLAIMED";
            case GivenBack _ -> "GIVEN_BACK";
            case Escalated _ -> "ESCALATED";
            case Unveiled _ -> "UNVEILED";
            case ContactsShown _ -> "CONTACTS_SHOWN";
            case Contacted _ -> "CONTACTED";
            case Decided _ -> "DECIDED";
        };
    }

    static String write(ReviewEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of a review cannot be written", e);
        }
    }

    static ReviewEvent read(String type, String data) {
        try {
            return switch (type) {
                case "OPENED" -> JSON.readValue(data, Opened.class);
                case "CLAIMED" -> JSON.readValue(data, Claimed.class);
                case "GIVEN_BACK" -> new GivenBack();
                case "ESCALATED" -> JSON.readValue(data, Escalated.class);
                case "UNVEILED" -> JSON.readValue(data, Unveiled.class);
                case "CONTACTS_SHOWN" -> JSON.readValue(data, ContactsShown.class);
                case "CONTACTED" -> JSON.readValue(data, Contacted.class);
                case "DECIDED" -> JSON.readValue(data, Decided.class);
                default -> throw new IllegalStateException("no event of a review has the type " + type);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of a review cannot be read", e);
        }
    }
}
