package org.xstate.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Gives the framework the built-in bundles from the class path (OSGi Connect): their classes are loaded by the
 * application's loader, so the AOT cache serves them, and plugins are wired to them as to any bundle. Everything else
 * is left to the framework.
 */
final class ConnectedBundles implements ModuleConnector {

    private static final String SCHEME = "classpath:";

    private final Map<String, BundleManifest> byLocation;

    ConnectedBundles(List<BundleManifest> bundles) {
        byLocation = bundles.stream()
                .collect(Collectors.toMap(ConnectedBundles::location, Function.identity()));
    }

    /** Where the framework is told to install a built-in bundle from. */
    static String location(BundleManifest bundle) {
        return SCHEME + bundle.symbolicName();
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {
        // keeps nothing between runs
    }

    @Override
    public Optional<ConnectModule> connect(String location) {
        return Optional.ofNullable(byLocation.get(location)).map(bundle -> () -> new Content(bundle));
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }

    /** One jar's headers and entries; the jar is opened when the first entry is asked for. */
    private static final class Content implements ConnectContent {

        private final BundleManifest bundle;
        private Optional<ZipFile> jar = Optional.empty();

        Content(BundleManifest bundle) {
            this.bundle = bundle;
        }

        @Override
        public Optional<Map<String, String>> getHeaders() {
            return Optional.of(bundle.headers());
        }

        @Override
        public Iterable<String> getEntries() throws IOException {
            return jar().stream().map(ZipEntry::getName).toList();
        }

        @Override
        public Optional<ConnectEntry> getEntry(String path) {
            try {
                ZipFile file = jar();
                return Optional.ofNullable(file.getEntry(path)).map(entry -> new Entry(file, entry));
            } catch (IOException e) {
                throw new UncheckedIOException("built-in bundle " + bundle.jar(), e);
            }
        }

        @Override
        public Optional<ClassLoader> getClassLoader() {
            return Optional.of(ConnectedBundles.class.getClassLoader());
        }

        @Override
        public void open() {
            // see jar()
        }

        @Override
        public synchronized void close() throws IOException {
            if (jar.isPresent()) {
                jar.get().close();
                jar = Optional.empty();
            }
        }

        private synchronized ZipFile jar() throws IOException {
            if (jar.isEmpty()) {
                jar = Optional.of(new ZipFile(bundle.jar().toFile()));
            }
            return jar.get();
        }
    }

    private record Entry(ZipFile jar, ZipEntry entry) implements ConnectContent.ConnectEntry {

        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return jar.getInputStream(entry);
        }
    }
}
