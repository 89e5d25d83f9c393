package io.mingshi.conformance.gateway;

import io.mingshi.conformance.upstream.Cut;

/// Whether something forbidden that a model says reaches a client, however it is cut.
record OutputCheck(Gateway gateway) {
    private static final String INNOCENT = "lighthouse keeper";

    Finding examine(Cell cell) {
        Saying saying = Saying.valueOf(cell.what());
        if (saying == Saying.WORDS_IN_PICTURE && !gateway.readsPictures()) {
            return Finding.notOffered("nothing that reads pictures is set up");
        }
        var cuts = saying.cuts(cell.streamed(), gateway.forbidden());
        Received calm = received(cell, saying, INNOCENT, false, cuts.getFirst());
        if (calm.answer().status() != 200) {
            return Finding.notOffered("the innocent twin: " + Examination.briefly(calm.answer()));
        }
        if (medium(saying) ? calm.media().isEmpty() : !calm.holds(INNOCENT)) {
            return Finding.notOffered(
                    "what the model says there is not handed on: " + Examination.briefly(calm.answer()));
        }
        String last = "";
        for (Cut cut : cuts) {
            Received received = received(cell, saying, gateway.forbidden(), true, cut);
            if (medium(saying) ? !received.media().isEmpty() : received.holds(gateway.forbidden())) {
                return Finding.fault("it reached the client, cut as " + cut);
            }
            last = Examination.briefly(received.answer());
        }
        return Finding.holds(cuts.size() + " cuts; the last: " + last);
    }

    private Received received(Cell cell, Saying saying, String words, boolean forbidden, Cut cut) {
        saying.play(gateway.server(), words, forbidden, cut);
        return new Client(gateway).ask(cell.surface(), cell.streamed(), saying.choices());
    }

    private static boolean medium(Saying saying) {
        return switch (saying) {
            case PICTURE, WORDS_IN_PICTURE, SOUND, FILM -> true;
            default -> false;
        };
    }
}
