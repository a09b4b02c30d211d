package org.xstate.tests.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** One of the three, by the name that Eclipse gives to its platform. */
enum Archive {

    LINUX("linux.gtk.x86_64", "tar.gz", "gtk", "linux", "x86_64"), MACOS("cocoa.macosx.aarch64", "tar.gz",
            "cocoa", "macosx", "aarch64"), WINDOWS("win32.win32.x86_64", "zip", "win32", "win32", "x86_64");

    private static final String NAME = "xstate-workbench-" + System.getProperty("xstate.version");

    private final String platform;
    private final String format;
    private final String windows;
    private final String system;
    private final String processor;

    Archive(String platform, String format, String windows, String system, String processor) {
        this.platform = platform;
        this.format = format;
        this.windows = windows;
        this.system = system;
        this.processor = processor;
    }

    Path file() {
        return Path.of(System.getProperty("xstate.archives"), NAME + "-" + platform + "." + format);
    }

    /** What makes Equinox take the fragments of this platform, whatever it runs on. */
    Map<String, String> environment() {
        return Map.of("osgi.ws", windows, "osgi.os", system, "osgi.arch", processor);
    }

    /** Unpacks it; the folder that the archive consists of. */
    Path unpack(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (format.equals("zip")) {
            unzip(folder);
        } else {
            Process tar = new ProcessBuilder("tar", "xzf", file().toString(), "-C", folder.toString())
                    .inheritIO().start();
            assertEquals(0, tar.waitFor());
        }
        try (Stream<Path> unpacked = Files.list(folder)) {
            List<Path> roots = unpacked.toList();
            assertEquals(List.of(folder.resolve(NAME)), roots);
            return roots.getFirst();
        }
    }

    private void unzip(Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(file()); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(zip, to);
                }
            }
        }
    }

    /** Name and modification time, as tar or zip has them, of every file. */
    Map<String, String> times() throws IOException, InterruptedException {
        Map<String, String> times = new TreeMap<>();
        if (format.equals("zip")) {
            try (InputStream in = Files.newInputStream(file());
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    times.put(entry.getName(), entry.getTimeLocal().toLocalDate().toString());
                }
            }
            return times;
        }
        Process tar = new ProcessBuilder("tar", "tvzf", file().toString(), "--full-time", "--utc")
                .redirectErrorStream(true).start();
        try (Stream<String> lines = tar.inputReader().lines()) {
            // -rw-r--r-- root/root 14235 2026-01-01 00:00:00 name
            lines.map(line -> line.split("\\s+", 6)).forEach(line -> times.put(line[5], line[3]));
        }
        assertEquals(0, tar.waitFor());
        return times;
    }
}
