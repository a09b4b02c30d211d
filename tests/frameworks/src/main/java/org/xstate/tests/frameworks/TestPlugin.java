package org.xstate.tests.frameworks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.xstate.tests.frameworks.plugins.Plugged;

/** A plugin made of one class of this bundle, installed while the framework runs. */
final class TestPlugin implements AutoCloseable {

    /** Looks like one of the program's own, and is treated as a plugin all the same. */
    static final String NAME = "org.xstate.features.plugged";

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plugin>
              <extension point="org.xstate.api.xfeatures">
                <xfeature class="%s"/>
              </extension>
            </plugin>
            """;

    private static final String SERVICES = "META-INF/services/org.xstate.api.XFeatureProvider";

    private final Bundle bundle;

    private TestPlugin(Bundle bundle) {
        this.bundle = bundle;
    }

    /** Installs and starts a plugin that names the class in plugin.xml. */
    static TestPlugin start(Class<? extends Plugged> feature) throws IOException, BundleException {
        return start(jar(feature, "plugin.xml", XML.formatted(feature.getName())));
    }

    /** The same with META-INF/services instead of plugin.xml. */
    static TestPlugin startWithServices(Class<? extends Plugged> feature)
            throws IOException, BundleException {
        return start(jar(feature, SERVICES, feature.getName() + "\n"));
    }

    private static TestPlugin start(byte[] jar) throws BundleException {
        Bundle bundle = Framework.context().installBundle("memory:" + NAME, new ByteArrayInputStream(jar));
        bundle.start();
        return new TestPlugin(bundle);
    }

    Bundle bundle() {
        return bundle;
    }

    void update(Class<? extends Plugged> feature) throws IOException, BundleException {
        bundle.update(new ByteArrayInputStream(jar(feature, "plugin.xml", XML.formatted(feature.getName()))));
    }

    /** Uninstalls it, if that was not done yet. */
    @Override
    public void close() throws BundleException {
        if (bundle.getState() != Bundle.UNINSTALLED) {
            bundle.uninstall();
        }
    }

    private static byte[] jar(Class<? extends Plugged> feature, String file, String text) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", NAME + ";singleton:=true");
        headers.putValue("Import-Package", "org.xstate.api;version=\"[1.0,2)\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            for (Class<?> type : List.of(Plugged.class, feature)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
                    code.transferTo(out);
                }
            }
            out.putNextEntry(new JarEntry(file));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
