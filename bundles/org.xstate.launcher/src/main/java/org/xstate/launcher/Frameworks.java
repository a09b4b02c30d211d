package org.xstate.launcher;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.osgi.framework.Constants;
import org.osgi.framework.connect.ConnectFrameworkFactory;
import org.osgi.framework.connect.ModuleConnector;
import org.osgi.framework.launch.Framework;

/** Creates the OSGi framework that was asked for, set up to start fast. */
final class Frameworks {

    /** The first that is counted without a leading 1. */
    private static final int FIRST_JAVA = 9;

    private Frameworks() {
    }

    /**
     * @param storage        an empty folder that the framework may use while it runs
     * @param systemPackages what the framework offers to bundles, as a manifest would export it
     */
    static Framework create(FrameworkChoice choice, Installation installation, Path storage,
            String systemPackages, ModuleConnector connector) {
        Map<String, String> properties = properties(storage);
        return switch (choice) {
            case FELIX -> {
                properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES, systemPackages);
                properties.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES, javaVersions());
                yield new org.apache.felix.framework.FrameworkFactory().newFramework(properties, connector);
            }
            case EQUINOX -> equinoxFactory(installation).newFramework(properties, connector);
        };
    }

    /** Felix knows the Java versions of its time; bundles ask for the one that they were compiled for. */
    private static String javaVersions() {
        String versions = IntStream.rangeClosed(FIRST_JAVA, Runtime.version().feature())
                .mapToObj(Integer::toString).collect(Collectors.joining(","));
        return "osgi.ee;osgi.ee=\"JavaSE\";version:List<Version>=\"1.3,1.4,1.5,1.6,1.7,1.8," + versions
                + "\"";
    }

    /** Equinox lies beside the class path; its signed jar and Felix both hold org.osgi.framework. */
    private static ConnectFrameworkFactory equinoxFactory(Installation installation) {
        List<Path> jars = Installation.jarsIn(installation.equinox());
        if (jars.isEmpty()) {
            throw new LaunchFailure(ExitCode.INPUT_MISSING, "--framework equinox: " + installation.equinox()
                    + " holds no jar; use a complete distribution, or --framework felix");
        }
        try {
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            // lives as long as the framework, which is as long as the process
            @SuppressWarnings("resource")
            ClassLoader loader = new URLClassLoader("equinox", urls,
                    new SharedClasses(Frameworks.class.getClassLoader()));
            return (ConnectFrameworkFactory) loader.loadClass("org.eclipse.osgi.launch.EquinoxFactory")
                    .getConstructor().newInstance();
        } catch (MalformedURLException | ReflectiveOperationException e) {
            throw new IllegalStateException("Equinox cannot be loaded from " + jars, e);
        }
    }

    private static Map<String, String> properties(Path storage) {
        Map<String, String> properties = new TreeMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        // each run has its own storage
        properties.put("felix.cache.locking", "false");
        // failures reach the user as rejected contributions
        properties.put("felix.log.level", "0");
        properties.put("felix.service.urlhandlers", "false");
        properties.put("felix.systempackages.calculate.uses", "false");
        // the default locale is the root, whose empty name Equinox cannot put into its capabilities
        properties.put("osgi.nl", "en");
        // a few bundles: threads take longer than resolving
        properties.put("felix.resolver.parallelism", "1");
        // each run has its own registry, too
        properties.put("eclipse.noRegistryCache", "true");
        properties.put("osgi.parentClassloader", "app");
        properties.put("osgi.compatibility.bootdelegation", "false");
        return properties;
    }
}
