package io.mingshi.localstack;

import io.mingshi.localstack.process.Programs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Other people's programs that some tests use to read what we write.
enum InteropTools {
    EXIFTOOL("exiftool", "libimage-exiftool-perl", "labels are read by ExifTool"),
    FFPROBE("ffprobe", "ffmpeg", "labels in sound and films are read by FFmpeg"),
    MEDIAINFO("mediainfo", "mediainfo", "labels in sound and films are read by MediaInfo"),
    MKVINFO("mkvinfo", "mkvtoolnix", "films are checked by MKVToolNix"),
    QPDF("qpdf", "qpdf", "documents are checked by QPDF"),
    WEBPMUX("webpmux", "webp", "pictures are checked by webpmux"),
    CEPH("ceph", "ceph-common", "object lock is tried on a Ceph object gateway"),
    CEPH_MON("ceph-mon", "ceph-mon", "object lock is tried on a Ceph object gateway"),
    CEPH_OSD("ceph-osd", "ceph-osd", "object lock is tried on a Ceph object gateway"),
    RADOSGW("radosgw", "radosgw", "object lock is tried on a Ceph object gateway"),
    CURL("curl", "curl", "a Ceph object gateway is waited for"),
    CHROMIUM("chromium", "chromium", "pages are tried in a browser");

    private final String program;
    private final String debianPackage;
    private final String check;

    InteropTools(String program, String debianPackage, String check) {
        this.program = program;
        this.debianPackage = debianPackage;
        this.check = check;
    }

    /// Installs what is missing where that is possible without asking, else says which checks will be skipped.
    static void provide(PrintStream out) throws IOException, InterruptedException {
        provideFromNpm(
                out,
                "c2pa",
                "labels/src/test/scripts/c2pa-reader.sh",
                "C2PA manifests are read by the reference implementation");
        provideFromNpm(
                out,
                "node-sdks",
                "gateway/src/test/scripts/node-sdks.sh",
                "the gateway is used by official Node libraries");
        List<InteropTools> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        List<String> packages = missing.stream().map(tool -> tool.debianPackage).toList();
        if (isDebian() && System.getProperty("user.name").equals("root")) {
            out.println("Installing with apt: " + String.join(" ", packages));
            apt(packages);
        }
        for (InteropTools tool : missing()) {
            out.println("Skipped, because " + tool.program + " is missing: " + tool.check + ". To enable: "
                    + (isDebian() ? "sudo apt-get install " + tool.debianPackage : "install " + tool.program + "."));
        }
    }

    /// What runs in Node: a script of the module that needs it fetches it into a folder of the cache.
    private static void provideFromNpm(PrintStream out, String folder, String script, String check)
            throws IOException, InterruptedException {
        Path root = Sites.root();
        if (Files.isDirectory(root.resolve(".mingshi/cache").resolve(folder).resolve("node_modules"))) {
            return;
        }
        if (Programs.find("npm").isEmpty()) {
            out.println("Skipped, because npm is missing: " + check + ".");
            return;
        }
        run(List.of("sh", root.resolve("modules").resolve(script).toString()));
    }

    private static List<InteropTools> missing() {
        return Arrays.stream(values())
                .filter(tool -> Programs.find(tool.program).isEmpty())
                .toList();
    }

    private static boolean isDebian() {
        return Files.exists(Path.of("/etc/debian_version"))
                && Programs.find("apt-get").isPresent();
    }

    private static void apt(List<String> packages) throws IOException, InterruptedException {
        run(List.of("apt-get", "update", "-qq"));
        List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"));
        install.addAll(packages);
        run(install);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        int status = builder.start().waitFor();
        if (status != 0) {
            System.out.println(String.join(" ", command) + " ended with status " + status + "; going on without.");
        }
    }
}
