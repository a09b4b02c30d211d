package org.xstate.api;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Everything that bundles contribute to the extension points of this API, at this moment; an OSGi service, or on a plain
 * class path {@link #onClassPath}. Bundles may come
 * and go while it is used: each call answers for the bundles that are there then, and what it gave before stays usable.
 *
 * <p>No class of a contributor is loaded before a method is called that needs it. Contributions that cannot be used are
 * left out and listed by {@link #rejected()}. Lists are ordered by the bundles' installation, then as their
 * {@code plugin.xml} has them; the program's own bundles are installed first.
 */
@ProviderType
public interface Contributions {

    /** The same where no framework runs: what {@link java.util.ServiceLoader} finds through the given loader. */
    static Contributions onClassPath(ClassLoader loader) {
        return new ClassPathContributions(loader);
    }

    /** Those of the extension point {@code xfeatures}. */
    FeatureCatalog features();

    /** Those of the extension point {@code imageReaders}. */
    List<ImageReader> imageReaders();

    /** Those of the extension point {@code checks}. */
    List<Check> checks();

    /**
     * Those of the extension point {@code trapHandlers}, then those that xfeatures bring, by component number: the order
     * in which they are asked.
     */
    default List<TrapHandlerSource> trapHandlers() {
        return contributedHandlers().stream().map(ContributedHandler::handler).toList();
    }

    /** The same, each with the bundle that brings it. @since 1.1 */
    List<ContributedHandler> contributedHandlers();

    /** @param bundle symbolic name @since 1.1 */
    record ContributedHandler(TrapHandlerSource handler, String bundle) {
    }

    /** Those of the extension point {@code apiDesigns}. */
    List<ApiDesign> apiDesigns();

    /** Those of the extension point {@code reportRenderers}. */
    List<ReportRenderer> reportRenderers();

    /**
     * What is known by now to be unusable, and why: declarations that make no sense, contributions that were refused when
     * they were asked for, plugins that failed later and were given up.
     */
    List<FeatureCatalog.Rejected> rejected();

    /**
     * Everything that bundles declare, used or not, in the order of the bundles' installation, then what plugins bring for
     * the desktop alone; no class of a contributor is loaded for it.
     *
     * @since 1.1
     */
    List<Declared> declared();

    /**
     * A class that a bundle names for an extension point.
     *
     * @param point    of this API, without its name space: {@code xfeatures}; in full if it is the desktop's:
     *                 {@code org.xstate.ui.panels}
     * @param bundle   symbolic name
     * @param version  of the bundle; empty on a plain class path
     * @param type     name of the class
     * @param position where it is declared: {@code plugin.xml line 7}; empty if not known
     * @param builtIn  whether it is the program's own; those cannot be switched off
     * @param enabled  whether it is used as far as its user is concerned
     * @since 1.1
     */
    record Declared(String point, String bundle, String version, String type, String position,
            boolean builtIn,
            boolean enabled) {

        /** The contribution's name in {@link DisabledContributions}. */
        public String name() {
            return bundle + "/" + type;
        }
    }

    /**
     * Switches a plugin, or one contribution of it, on or off: for this program at once, and for later starts.
     *
     * @param name as in {@link DisabledContributions}
     * @throws java.io.UncheckedIOException if that cannot be kept
     * @since 1.1
     */
    void enable(String name, boolean on);

    /**
     * Has a listener called after contributions came or went, on some thread; it then asks for what it shows.
     *
     * @return ends the subscription when it is closed
     */
    Subscription onChange(Runnable listener);

    /** An end to {@link #onChange}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
