package io.mingshi.gateway.upstream.demo;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.FilmServer;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.media.FilmMaker;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.Random;

/// A film of waves that move, whose colours and shapes follow from the description; made when it is looked for.
final class Filming implements FilmServer {
    private static final int RATE = 12;

    @Override
    public String begin(Admission admission, String ours, URI call) {
        return ours;
    }

    @Override
    public Progress look(Admission admission, String job) {
        if (!(admission.prompt() instanceof Prompt.Film film)) {
            throw UNSUPPORTED.with("only films are made in jobs");
        }
        var random = new Random(Painting.seed(film.description(), 0));
        double[] turns = random.doubles(6, -8, 8).toArray();
        byte[] mp4 = FilmMaker.mp4(
                film.width(),
                film.height(),
                RATE,
                film.seconds() * RATE,
                frame -> frame(film, turns, (double) frame / RATE));
        return new Progress.Done(new Media(MediaType.MP4, mp4));
    }

    /// Nothing goes on that could be ended.
    @Override
    public void cancel(String job) {}

    private static BufferedImage frame(Prompt.Film film, double[] turns, double time) {
        var image = new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < film.height(); y++) {
            for (int x = 0; x < film.width(); x++) {
                double u = (double) x / film.width();
                double v = (double) y / film.height();
                int rgb = 0;
                for (int channel = 0; channel < 3; channel++) {
                    double wave = Math.sin(turns[channel] * u + turns[channel + 3] * v + time * (channel + 1));
                    rgb = (rgb << 8) | (int) (127.5 + 127.5 * wave);
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }
}
