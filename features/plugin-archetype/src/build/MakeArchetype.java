import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the archetype's files from the plugin template, so that there is one text of both: names and the number become
 * properties. Run by the build: {@code java MakeArchetype.java TEMPLATE OUTPUT}.
 */
public final class MakeArchetype {

    private static final String FOLDER = "org/example/scratch/";

    /** Longer words first: one may hold another. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("org.example.scratch", "${package}"), Map.entry("scratch-plugin", "${artifactId}"),
            Map.entry("<groupId>org.example</groupId>", "<groupId>${groupId}</groupId>"),
            Map.entry("<version>1.0.0</version>", "<version>${version}</version>"),
            Map.entry("SCRATCH", "${featureName}"), Map.entry("ScratchContractTest", "${className}ContractTest"),
            Map.entry("ScratchFeature", "${className}Feature"), Map.entry("NUMBER = 40;", "NUMBER = ${number};"),
            Map.entry("XSTATE_BV[40]", "XSTATE_BV[${number}]"));

    private static final String README = """
            An xfeature for Xstate Workbench: ${featureName}, state component ${number}. Build it with

                mvn package

            and copy the jar in `target` into `dropins` of an installation, or try it first:

                xstate --plugins target features

            Size, fields, init state and restore policy in `${className}Feature` are an example's: give them the right values.
            """;

    private MakeArchetype() {
    }

    public static void main(String[] arguments) throws IOException {
        Path template = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> found = Stream.concat(Stream.of(template.resolve("pom.xml")),
                Files.walk(template.resolve("src")))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = template.relativize(file).toString().replace(FOLDER, "")
                        .replace("ScratchFeature", "__className__Feature")
                        .replace("ScratchContractTest", "__className__ContractTest");
                files.put(output.resolve(name), generalise(Files.readString(file)));
            }
        }
        files.put(output.resolve("README.md"), README);
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static String generalise(String text) {
        for (Map.Entry<String, String> word : WORDS) {
            text = text.replace(word.getKey(), word.getValue());
        }
        for (String left : List.of("SCRATCH", "Scratch", "org.example")) {
            if (text.contains(left)) {
                throw new IllegalStateException("the template says " + left + " where no property stands for it: " + text);
            }
        }
        return text;
    }
}
