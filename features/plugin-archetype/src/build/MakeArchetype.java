import java.io.IOException;
import java.io.UncheckedIOException;
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
            Map.entry("scratch-desktop", "${artifactId}-desktop"),
            Map.entry("<groupId>org.example</groupId>", "<groupId>${groupId}</groupId>"),
            Map.entry("<version>1.0.0</version>", "<version>${version}</version>"),
            Map.entry("SCRATCH", "${featureName}"), Map.entry("SCRUN", "${featureName}_RUN"),
            Map.entry("scrun", "${lowerName}_run"), Map.entry("ScratchContractTest", "${className}ContractTest"),
            Map.entry("ScratchFeature", "${className}Feature"), Map.entry("ScratchPanel", "${className}Panel"),
            Map.entry("scratch", "${lowerName}"), Map.entry("component=\"40\"", "component=\"${number}\""),
            Map.entry("user(40,", "user(${number},"), Map.entry("XSTATE_BV[40]", "XSTATE_BV[${number}]"));

    /** In the CPUID file the number is a bit of EDX:EAX, and a sub-leaf. */
    private static final String NUMBERS = """
            #set($n = $number.length().parseInt($number))
            #set($bit = $n.rotateLeft(1, $n))
            #if($n < 32)#set($low = 7 + $bit)#set($high = 0)#else#set($low = 7)#set($high = $bit)#end
            """;
    private static final List<Map.Entry<String, String>> CPUID = List.of(
            Map.entry("eax=0x00000007", "eax=0x$number.format('%08x', $low)"),
            Map.entry("edx=0x00000100", "edx=0x$number.format('%08x', $high)"),
            Map.entry(" 0x28:", " 0x$number.format('%02x', $n):"));

    private static final String README = """
            An xfeature for Xstate Workbench: ${featureName}, state component ${number}. Build it with

                mvn package

            and copy the jar in `target` into `dropins` of an installation, or try it first:

                xstate --plugins target features
                xstate --plugins target layout --cpuid ${lowerName}.cpuid
                xstate --plugins target check ${lowerName}.c --expect

            What is in it is an example's; docs/plugins.md goes through it step by step. Give it the right values:

            - size, fields, init state and restore policy in `${className}Feature`
            - the instruction and the trap handler in model C, `${lowerName}/gp.c`
            - the scenario, `${lowerName}.c`, and the processor that it runs on, `${lowerName}.cpuid`
            - what the desktop shows beside the component's details, `${className}Panel` in `desktop`: a project of its
              own, built by `mvn package` in its folder; its jar goes into `dropins` too. Delete the folder if tables do.
            """;

    private MakeArchetype() {
    }

    public static void main(String[] arguments) throws IOException {
        Path template = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> found = Stream.concat(
                Stream.of("pom.xml", "scratch.c", "scratch.cpuid", "desktop/pom.xml").map(template::resolve),
                Stream.of("src", "desktop/src").map(template::resolve).flatMap(MakeArchetype::below))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = template.relativize(file).toString().replace(FOLDER, "")
                        .replace("ScratchFeature", "__className__Feature")
                        .replace("ScratchContractTest", "__className__ContractTest")
                        .replace("ScratchPanel", "__className__Panel")
                        .replace("scratch", "__lowerName__");
                String text = generalised(Files.readString(file), WORDS);
                files.put(output.resolve(name),
                        name.endsWith(".cpuid") ? NUMBERS + generalised(text, CPUID) : text);
            }
        }
        files.put(output.resolve("README.md"), README);
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String generalised(String text, List<Map.Entry<String, String>> words) {
        String general = text;
        for (Map.Entry<String, String> word : words) {
            general = general.replace(word.getKey(), word.getValue());
        }
        for (String left : List.of("SCRATCH", "Scratch", "scratch", "org.example")) {
            if (general.contains(left)) {
                throw new IllegalStateException(
                        "the template says " + left + " where no property stands for it: " + general);
            }
        }
        return general;
    }
}
