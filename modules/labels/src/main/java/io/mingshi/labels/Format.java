package io.mingshi.labels;

import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.audio.FlacContainer;
import io.mingshi.labels.container.audio.Mp3Container;
import io.mingshi.labels.container.audio.OggContainer;
import io.mingshi.labels.container.audio.WavContainer;
import io.mingshi.labels.container.bmff.BmffContainer;
import io.mingshi.labels.container.bmff.HeifContainer;
import io.mingshi.labels.container.document.HtmlContainer;
import io.mingshi.labels.container.document.JsonContainer;
import io.mingshi.labels.container.document.MarkdownContainer;
import io.mingshi.labels.container.document.OfficeContainer;
import io.mingshi.labels.container.document.PdfContainer;
import io.mingshi.labels.container.film.AviContainer;
import io.mingshi.labels.container.film.FlvContainer;
import io.mingshi.labels.container.film.MatroskaContainer;
import io.mingshi.labels.container.image.GifContainer;
import io.mingshi.labels.container.image.GifManifest;
import io.mingshi.labels.container.image.JpegContainer;
import io.mingshi.labels.container.image.JpegManifest;
import io.mingshi.labels.container.image.PngContainer;
import io.mingshi.labels.container.image.PngManifest;
import io.mingshi.labels.container.image.TiffContainer;
import io.mingshi.labels.container.image.WebpContainer;
import io.mingshi.labels.container.image.WebpManifest;
import java.util.Optional;

/// Where files of one type carry labels.
///
/// @param container the place of the AIGC object; none in plain text
/// @param manifests the place of a C2PA manifest, where there is one
record Format(Optional<Container> container, Optional<ManifestHost> manifests) {
    static Format of(MediaType type) {
        return switch (type) {
            case TEXT -> new Format(Optional.empty(), Optional.empty());
            case MARKDOWN -> metadata(new MarkdownContainer());
            case HTML -> metadata(new HtmlContainer());
            case JSON -> metadata(new JsonContainer());
            case PDF -> metadata(new PdfContainer());
            case DOCX, XLSX, PPTX -> metadata(new OfficeContainer());
            case PNG -> both(new PngContainer(), new PngManifest());
            case JPEG -> both(new JpegContainer(), new JpegManifest());
            case WEBP -> both(new WebpContainer(), new WebpManifest());
            case GIF -> both(new GifContainer(), new GifManifest());
            case TIFF -> metadata(new TiffContainer());
            case HEIF, AVIF -> metadata(new HeifContainer());
            case WAV -> both(new WavContainer());
            case MP3 -> both(new Mp3Container());
            case FLAC -> both(new FlacContainer());
            case OGG -> metadata(new OggContainer());
            case M4A, MP4, MOV -> both(new BmffContainer());
            case MKV, WEBM -> metadata(new MatroskaContainer());
            case FLV -> metadata(new FlvContainer());
            case AVI -> metadata(new AviContainer());
        };
    }

    private static Format metadata(Container container) {
        return new Format(Optional.of(container), Optional.empty());
    }

    private static <C extends Container & ManifestHost> Format both(C container) {
        return both(container, container);
    }

    private static Format both(Container container, ManifestHost manifests) {
        return new Format(Optional.of(container), Optional.of(manifests));
    }
}
