package org.xstate.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.xstate.api.FeatureCatalog.Rejected;

/** What the registry passes over in silence, or only logs: files that it cannot read, and points that nobody declares. */
final class BundleProblems {

    private BundleProblems() {
    }

    static List<Rejected> of(Bundle bundle, Optional<PluginXml> file) {
        List<Rejected> rejected = new ArrayList<>();
        file.ifPresent(xml -> {
            xml.malformed().ifPresent(why -> rejected.add(new Rejected(bundle.getSymbolicName(),
                    PluginXml.FILE, PluginXml.position(why.line()),
                    "it is no well-formed XML: " + why.reason(),
                    "correct the file")));
            if (!isSingleton(bundle) && concerns(xml)) {
                rejected.add(new Rejected(bundle.getSymbolicName(), PluginXml.FILE, "MANIFEST.MF",
                        "it is not read, because the bundle is no singleton",
                        "write Bundle-SymbolicName: " + bundle.getSymbolicName()
                                + ";singleton:=true in its manifest"));
            }
            xml.elements().stream().filter(element -> element.name().equals(PluginXml.EXTENSION))
                    .filter(element -> isOurs(element) && !isKnown(element))
                    .forEach(element -> rejected.add(unknown(bundle, element)));
        });
        return rejected;
    }

    private static boolean concerns(PluginXml xml) {
        return xml.elements().stream().anyMatch(BundleProblems::isOurs);
    }

    /** Points of the desktop are there in the desktop only: what a plugin brings for them is no mistake elsewhere. */
    private static boolean isOurs(PluginXml.Element element) {
        return element.point().startsWith("org.xstate.") && !element.point().startsWith("org.xstate.ui.");
    }

    private static boolean isKnown(PluginXml.Element element) {
        return Point.ALL.stream().anyMatch(point -> point.id().equals(element.point()));
    }

    private static boolean isSingleton(Bundle bundle) {
        String name = bundle.getHeaders("").get(Constants.BUNDLE_SYMBOLICNAME);
        return name.replace(" ", "").replace("\"", "").toLowerCase(Locale.ROOT)
                .contains(";" + Constants.SINGLETON_DIRECTIVE + ":=true");
    }

    private static Rejected unknown(Bundle bundle, PluginXml.Element element) {
        return new Rejected(bundle.getSymbolicName(), element.point(), PluginXml.position(element.line()),
                "there is no extension point of this name",
                "known are " + Point.ALL.stream().map(Point::id).collect(Collectors.joining(", ")));
    }
}
