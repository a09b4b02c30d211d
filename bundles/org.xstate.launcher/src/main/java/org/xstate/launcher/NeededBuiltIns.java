package org.xstate.launcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.osgi.framework.Constants;

/**
 * The built-in bundles that plugins can be wired to. Every bundle costs the framework some milliseconds, and most plugins
 * use the API alone; what a built-in bundle contributes is found on the class path anyway.
 */
final class NeededBuiltIns {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\w.]+");
    private static final Set<String> GRAMMAR = Set.of("version", "uses", "resolution", "optional");

    private NeededBuiltIns() {
    }

    /** Those that the plugins name, those that these name, and so on; all of them where a plugin may ask for any. */
    static List<BundleManifest> of(List<BundleManifest> plugins, List<BundleManifest> builtIns) {
        if (plugins.isEmpty() || plugins.stream().anyMatch(NeededBuiltIns::mayAskForAny)) {
            return builtIns;
        }
        Set<String> words = new HashSet<>();
        plugins.forEach(plugin -> words.addAll(words(plugin, Constants.IMPORT_PACKAGE)));
        List<BundleManifest> needed = new ArrayList<>();
        List<BundleManifest> rest = new ArrayList<>(builtIns);
        while (rest.removeIf(bundle -> take(bundle, words, needed))) {
            // what was taken may name others
        }
        return needed;
    }

    /** Takes a bundle with an export that is among the words, and adds what it imports to them. */
    private static boolean take(BundleManifest bundle, Set<String> words, List<BundleManifest> needed) {
        if (words(bundle, Constants.EXPORT_PACKAGE).stream().noneMatch(words::contains)) {
            return false;
        }
        words.addAll(words(bundle, Constants.IMPORT_PACKAGE));
        return needed.add(bundle);
    }

    private static boolean mayAskForAny(BundleManifest plugin) {
        return plugin.headers().containsKey(Constants.DYNAMICIMPORT_PACKAGE)
                || plugin.headers().containsKey(Constants.REQUIRE_BUNDLE)
                || plugin.headers().containsKey(Constants.FRAGMENT_HOST)
                || plugin.headers().containsKey(Constants.BUNDLE_ACTIVATOR);
    }

    /** Package names; a word more of the header's grammar would only make a bundle needed that is not. */
    private static List<String> words(BundleManifest bundle, String header) {
        // in quotes are versions, and packages that an exported one uses: those it imports as well
        String unquoted = QUOTED.matcher(bundle.headers().getOrDefault(header, "")).replaceAll("");
        return SEPARATOR.splitAsStream(unquoted).filter(word -> !word.isEmpty()
                && Character.isLetter(word.charAt(0)) && !GRAMMAR.contains(word)).toList();
    }
}
