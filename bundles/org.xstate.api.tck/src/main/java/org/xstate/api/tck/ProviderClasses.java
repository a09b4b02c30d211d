package org.xstate.api.tck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.xstate.api.XFeatureProvider;

/** The provider classes that a bundle has, and those that its services file and its plugin.xml name. */
final class ProviderClasses {

    private static final String SERVICES = "META-INF/services/" + XFeatureProvider.class.getName();

    private static final String PLUGIN_XML = "plugin.xml";
    private static final String POINT = "org.xstate.api.xfeatures";

    private ProviderClasses() {
    }

    /** Concrete top-level provider classes in the folder or jar that the given class comes from. */
    static SortedSet<String> compiledBeside(Class<?> type) {
        return inBundle(type, root -> {
            SortedSet<String> names = new TreeSet<>();
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".class"))
                        .map(file -> className(root, file))
                        .filter(name -> isProvider(type.getClassLoader(), name)).forEach(names::add);
            }
            return names;
        });
    }

    /** What the services file in that folder or jar names. */
    static SortedSet<String> namedInServices(Class<?> type) {
        return inBundle(type, root -> {
            SortedSet<String> names = new TreeSet<>();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Files.newInputStream(root.resolve(SERVICES)), StandardCharsets.UTF_8))) {
                lines.lines().map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(names::add);
            }
            return names;
        });
    }

    /** What plugin.xml in that folder or jar names for the extension point of xfeatures; empty if there is no such file. */
    static Optional<SortedSet<String>> namedInPluginXml(Class<?> type) {
        SortedSet<String> names = new TreeSet<>();
        SortedSet<String> there = inBundle(type, root -> {
            Path file = root.resolve(PLUGIN_XML);
            if (!Files.exists(file)) {
                return new TreeSet<>();
            }
            try (InputStream stream = Files.newInputStream(file)) {
                names.addAll(extensions(stream));
            } catch (XMLStreamException e) {
                throw new IllegalStateException(PLUGIN_XML + " cannot be read: " + e.getMessage(), e);
            }
            return new TreeSet<>(Set.of(PLUGIN_XML));
        });
        return there.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private static SortedSet<String> extensions(InputStream stream) throws XMLStreamException {
        SortedSet<String> names = new TreeSet<>();
        XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(stream);
        boolean inPoint = false;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                String element = reader.getLocalName();
                if (element.equals("extension")) {
                    inPoint = POINT.equals(reader.getAttributeValue("", "point"));
                } else if (inPoint && reader.getAttributeValue("", "class") != null) {
                    names.add(reader.getAttributeValue("", "class"));
                }
            }
        }
        return names;
    }

    private interface Walk {
        SortedSet<String> under(Path root) throws IOException;
    }

    private static SortedSet<String> inBundle(Class<?> type, Walk walk) {
        URL location = type.getProtectionDomain().getCodeSource().getLocation();
        try {
            Path path = Path.of(location.toURI());
            if (Files.isDirectory(path)) {
                return walk.under(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + path.toUri()),
                    java.util.Map.of())) {
                return walk.under(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class comes from " + location, e);
        }
    }

    private static String className(Path root, Path file) {
        String name = root.relativize(file).toString();
        return name.substring(0, name.length() - ".class".length()).replace('/', '.').replace('\\', '.');
    }

    private static boolean isProvider(ClassLoader loader, String name) {
        if (name.endsWith("-info")) {
            return false;
        }
        try {
            Class<?> candidate = Class.forName(name, false, loader);
            return XFeatureProvider.class.isAssignableFrom(candidate)
                    && !Modifier.isAbstract(candidate.getModifiers())
                    && candidate.getEnclosingClass() == null;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " lies in the bundle and cannot be loaded", e);
        }
    }
}
