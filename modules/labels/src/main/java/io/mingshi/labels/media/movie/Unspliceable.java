package io.mingshi.labels.media.movie;

/// The file has a form whose beginning cannot be replaced here; its film must be encoded as a whole.
public final class Unspliceable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unspliceable(String why) {
        super(why);
    }
}
