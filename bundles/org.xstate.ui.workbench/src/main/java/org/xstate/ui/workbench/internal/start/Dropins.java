package org.xstate.ui.workbench.internal.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.FrameworkWiring;
import org.xstate.api.DisabledContributions;

/**
 * The plugins in {@code dropins/} of the installation. Equinox keeps what was installed from one start to the next: it is
 * uninstalled first. A jar may have gone or changed since; and what is there before the registry starts counts as the
 * program's own, which nobody judges.
 */
public final class Dropins {

    private static final String REFERENCE = "reference:";

    private final BundleContext context;
    private final Path folder;

    private Dropins(BundleContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    /** Nothing is done where the program was not told where its installation is. */
    public static void install(BundleContext context) {
        Optional.ofNullable(System.getProperty("xstate.home")).map(home -> Path.of(home, "dropins"))
                .ifPresent(folder -> new Dropins(context, folder).install());
    }

    private void install() {
        SwitchedOff off = new SwitchedOff(DisabledContributions.ofUser().names());
        context.registerService(ResolverHookFactory.class, _ -> off, new Hashtable<>());
        for (Bundle kept : context.getBundles()) {
            if (kept.getLocation().startsWith(REFERENCE + folder.toUri())) {
                change(kept.getLocation(), kept::uninstall);
            }
        }
        List<Bundle> found = new ArrayList<>();
        for (Path jar : jars()) {
            String location = REFERENCE + jar.toUri();
            change(location, () -> found.add(context.installBundle(location)));
        }
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class)
                .resolveBundles(found);
    }

    /** A plugin that cannot be installed is no reason to do without the others. */
    private void change(String location, Change change) {
        try {
            change.make();
        } catch (BundleException e) {
            ILog.of(Dropins.class).error("the plugin " + location + " cannot be used", e);
        }
    }

    private List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that frameworks refuse at times. */
    private interface Change {
        void make() throws BundleException;
    }
}
