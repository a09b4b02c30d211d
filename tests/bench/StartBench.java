import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import javax.tools.ToolProvider;

/** Times whole processes, from start to end; run by {@code scripts/bench}. */
public final class StartBench {

    private static final double NANOS_PER_MILLI = 1e6;

    private static final String PLUGIN = """
            package example;
            import org.xstate.api.*;
            public class Example implements XFeatureProvider {
                public XFeatureDescriptor descriptor() { return XFeatureDescriptor.user(40, "EXAMPLE", 64).build(); }
                public InitState initState() { return InitState.allZero(); }
                public RestorePolicy restorePolicy() { return new RestorePolicy.OnReturnToUser(); }
            }
            """;

    private static final String PLUGIN_XML = """
            <plugin>
              <extension point="org.xstate.api.xfeatures"><xfeature class="example.Example"/></extension>
            </plugin>
            """;

    private StartBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Path plugins = Files.createTempDirectory("xstate-bench");
        Path jar = writePlugin(root, plugins);
        String xstate = root.resolve("xstate").toString();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("gdb -batch -ex quit", List.of("gdb", "-batch", "-ex", "quit"));
        commands.put("xstate layout --cpu zen3", List.of(xstate, "layout", "--cpu", "zen3"));
        commands.put("the same with one plugin on Felix",
                List.of(xstate, "layout", "--cpu", "zen3", "--plugins", plugins.toString()));
        commands.put("xstate features", List.of(xstate, "features"));
        commands.put("xstate features --framework felix", List.of(xstate, "features", "--framework", "felix"));
        commands.put("xstate features --framework equinox", List.of(xstate, "features", "--framework", "equinox"));
        Map<String, double[]> times = new LinkedHashMap<>();
        commands.keySet().forEach(name -> times.put(name, new double[rounds]));
        for (List<String> command : commands.values()) {
            run(command);
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                times.get(command.getKey())[round] = run(command.getValue());
            }
        }
        print(times);
        Files.delete(jar);
        Files.delete(plugins);
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        double taken = (System.nanoTime() - start) / NANOS_PER_MILLI;
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return taken;
    }

    private static void print(Map<String, double[]> times) {
        System.out.printf("%-36s %10s %10s %8s%n", "command", "median ms", "least ms", "ratio");
        double reference = 0;
        for (Map.Entry<String, double[]> entry : times.entrySet()) {
            double[] sorted = entry.getValue().clone();
            Arrays.sort(sorted);
            double median = sorted[sorted.length / 2];
            if (reference == 0) {
                reference = median;
            }
            System.out.printf("%-36s %10.1f %10.1f %8.2f%n", entry.getKey(), median, sorted[0], median / reference);
        }
    }

    private static Path writePlugin(Path root, Path folder) throws IOException {
        Path work = Files.createTempDirectory("xstate-bench-plugin");
        Path source = Files.writeString(work.resolve("Example.java"), PLUGIN);
        List<String> options = new ArrayList<>(List.of("-d", work.toString(), "-cp",
                root.resolve("bundles/org.xstate.api/target/classes").toString(), source.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the plugin does not compile");
        }
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "org.example.bench;singleton:=true");
        headers.putValue("Import-Package", "org.xstate.api;version=\"[1,2)\"");
        Path jar = folder.resolve("example.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("example/Example.class"));
            out.write(Files.readAllBytes(work.resolve("example/Example.class")));
            out.putNextEntry(new JarEntry("plugin.xml"));
            out.write(PLUGIN_XML.getBytes(StandardCharsets.UTF_8));
        }
        Files.delete(work.resolve("example/Example.class"));
        Files.delete(work.resolve("example"));
        Files.delete(source);
        Files.delete(work);
        return jar;
    }
}
