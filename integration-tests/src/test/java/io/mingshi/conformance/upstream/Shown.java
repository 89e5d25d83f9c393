package io.mingshi.conformance.upstream;

/// The picture, sound and film that the model makes next.
public record Shown(byte[] picture, byte[] sound, byte[] film) {
    public static final Shown CALM = new Shown(Material.PICTURE, Material.SOUND, Material.FILM);

    public Shown withPicture(byte[] other) {
        return new Shown(other, sound, film);
    }

    public Shown withSound(byte[] other) {
        return new Shown(picture, other, film);
    }

    public Shown withFilm(byte[] other) {
        return new Shown(picture, sound, other);
    }
}
