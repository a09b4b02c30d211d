import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes of the product for Linux, and of the fragments for other systems, a product for each: {@code workbench/} with its
 * bundles, the list that starts them, and the licences of what others wrote. Run by the build:
 * {@code java Platforms.java PRODUCT FRAGMENTS LICENSES OUTPUT}. What belongs to which system is read in the bundles.
 */
public final class Platforms {

    private record Platform(String windows, String system, String processor) {

        /** As Eclipse's archives are called. */
        String name() {
            return system.equals("linux") ? "linux.gtk.x86_64" : windows + "." + system + "." + processor;
        }

        private String value(String key) {
            return switch (key) {
            case "osgi.ws" -> windows;
            case "osgi.os" -> system;
            case "osgi.arch" -> processor;
            default -> throw new IllegalArgumentException("nobody knows " + key);
            };
        }
    }

    private static final List<Platform> PLATFORMS = List.of(new Platform("gtk", "linux", "x86_64"),
            new Platform("win32", "win32", "x86_64"), new Platform("cocoa", "macosx", "aarch64"));

    /** Only a fragment for one system wants it; the others get what its version replaces. */
    private static final Map<String, String> NEEDED_BY = Map.of("jakarta.annotation-api-2", "win32");

    private static final Pattern CONDITION = Pattern.compile("\\(\\s*([a-z.]+)\\s*=\\s*([^()\\s]+)\\s*\\)");
    private static final Pattern LICENSE = Pattern
            .compile("(about\\.html|META-INF/LICEN[SC]E[^/]*|LICEN[SC]E[^/]*)");

    private final Path product;
    private final List<Path> fragments;
    private final Path licenses;

    private Platforms(Path product, List<Path> fragments, Path licenses) {
        this.product = product;
        this.fragments = fragments;
        this.licenses = licenses;
    }

    public static void main(String[] arguments) throws IOException {
        Platforms platforms = new Platforms(Path.of(arguments[0]), jars(Path.of(arguments[1])),
                Path.of(arguments[2]));
        for (Platform platform : PLATFORMS) {
            platforms.write(platform, Path.of(arguments[3], platform.name()));
        }
    }

    private void write(Platform platform, Path output) throws IOException {
        Path plugins = Files.createDirectories(output.resolve("workbench/plugins"));
        List<Path> taken = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Path jar : jars(product.resolve("plugins"))) {
            if (runsOn(jar, platform)) {
                taken.add(jar);
            } else {
                left.add(name(jar));
            }
        }
        List<String> added = new ArrayList<>();
        for (Path jar : fragments) {
            if (runsOn(jar, platform) && isWantedBy(jar, platform)) {
                taken.add(jar);
                added.add(name(jar));
            }
        }
        for (Path jar : taken) {
            Files.copy(jar, plugins.resolve(name(jar)));
        }
        Path configuration = Files.createDirectories(output.resolve("workbench/configuration"));
        String started = Files.readString(product.resolve("configuration/config.ini"));
        Files.writeString(configuration.resolve("config.ini"), exchanged(started, left, added));
        Files.copy(product.resolve("build-id"), output.resolve("workbench/build-id"));
        writeLicenses(taken, output);
    }

    private static String exchanged(String started, List<String> left, List<String> added) {
        String list = started;
        for (String jar : left) {
            String entry = "reference\\:file\\:./" + jar;
            if (!list.contains(entry)) {
                throw new IllegalStateException("config.ini does not name " + jar);
            }
            list = list.replace(entry + ",", "").replace("," + entry, "");
        }
        for (String jar : added) {
            list = list.replace("\nosgi.bundles.defaultStartLevel",
                    ",reference\\:file\\:./" + jar + "\nosgi.bundles.defaultStartLevel");
        }
        return list;
    }

    /** Most bundles have no filter; those that have one ask for some of window system, system and processor. */
    private static boolean runsOn(Path jar, Platform platform) {
        Optional<String> filter = header(jar, "Eclipse-PlatformFilter");
        if (filter.isEmpty() || !filter.get().contains("osgi.")) {
            return true;
        }
        if (filter.get().contains("|") || filter.get().contains("!")) {
            throw new IllegalStateException(jar + " has a filter that is no conjunction: " + filter.get());
        }
        Matcher conditions = CONDITION.matcher(filter.get());
        while (conditions.find()) {
            if (!platform.value(conditions.group(1)).equals(conditions.group(2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWantedBy(Path jar, Platform platform) {
        return NEEDED_BY.entrySet().stream().filter(entry -> name(jar).startsWith(entry.getKey()))
                .allMatch(entry -> platform.windows().equals(entry.getValue()));
    }

    /** Most jars bring the text of their licence; for the others it lies in {@code licenses/}, by the start of their name. */
    private void writeLicenses(List<Path> taken, Path output) throws IOException {
        Map<String, String> list = new TreeMap<>();
        Path texts = Files.createDirectories(output.resolve("licenses"));
        for (Path jar : taken) {
            if (name(jar).startsWith("org.xstate.") || name(jar).contains("-p2stub-")) {
                continue;
            }
            list.put(name(jar), inside(jar).map(text -> text + " in the jar").orElseGet(() -> beside(jar, texts)));
        }
        StringBuilder text = new StringBuilder("""
                Xstate Workbench is licensed under the Eclipse Public License 2.0, see LICENSE. It comes with the following
                bundles, in workbench/plugins, under the licences that are named beside them.

                """);
        list.forEach((jar, where) -> text.append("%-66s %s%n".formatted(jar, where)));
        Files.writeString(output.resolve("THIRD-PARTY.txt"), text.toString());
    }

    private static Optional<String> inside(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).filter(name -> LICENSE.matcher(name).matches())
                    .sorted().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String beside(Path jar, Path output) {
        try (Stream<Path> files = Files.list(licenses)) {
            Path text = files.filter(file -> name(jar).startsWith(stem(file))).findFirst().orElseThrow(
                    () -> new IllegalStateException("there is no text of a licence in or for " + name(jar)));
            Path copy = output.resolve(name(text));
            if (!Files.exists(copy)) {
                Files.copy(text, copy);
            }
            return "licenses/" + name(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stem(Path file) {
        return name(file).substring(0, name(file).length() - ".txt".length());
    }

    private static Optional<String> header(Path jar, String name) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return Optional.ofNullable(manifest).map(found -> found.getMainAttributes().getValue(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".jar")).sorted().toList();
        }
    }
}
