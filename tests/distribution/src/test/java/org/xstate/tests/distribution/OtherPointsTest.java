package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.tests.distribution.Exhibit.Said;

/** What plugins bring beside xfeatures is used by the commands that it is for. */
class OtherPointsTest {

    private static final Said NOTHING = new Said("", "", "");
    private static final Path SHIPPED = Path.of(System.getProperty("xstate.root"), "examples/designs/1c.c");

    @TempDir
    static Path work;

    private static Distribution distribution;
    private static Path plugins;

    @BeforeAll
    static void build() throws Exception {
        distribution = Distribution.shared();
        plugins = work.resolve("plugins");
        ExhibitJars.write(List.of(design(), renderer()), plugins, distribution);
    }

    /** A design that is one of those that come with the program, under another name. */
    private static Exhibit design() throws Exception {
        String text = Files.readString(SHIPPED).replace("\\", "\\\\");
        return Exhibit.of("design", """
                import org.xstate.api.*;
                public class Feature implements ApiDesign {
                    public String id() { return "museum.twin"; }
                    public String summary() { return "the twin of 1c"; }
                    public ModelText source() { return new ModelText("twin.c", \"""
                %s\"""); }
                }
                """.formatted(text), NOTHING).xml("""
                <plugin>
                  <extension point="org.xstate.api.apiDesigns"><apiDesign class="CLASS"/></extension>
                </plugin>
                """, "");
    }

    private static Exhibit renderer() {
        return Exhibit.of("renderer",
                """
                        import java.io.IOException;
                        import org.xstate.api.*;
                        public class Feature implements ReportRenderer {
                            public String format() { return "names"; }
                            public void render(Report report, Appendable out) throws IOException {
                                for (Report.Subject subject : report.subjects()) {
                                    out.append(subject.name() + " has " + subject.findings().size() + " findings\\n");
                                }
                            }
                        }
                        """,
                NOTHING).xml("""
                        <plugin>
                          <extension point="org.xstate.api.reportRenderers">
                            <reportRenderer class="CLASS"/>
                          </extension>
                        </plugin>
                        """, "");
    }

    private static Distribution.Result run(String framework, String... command) throws Exception {
        String[] all = new String[command.length + 4];
        System.arraycopy(new String[]{"--framework", framework, "--plugins", plugins.toString()}, 0, all, 0,
                4);
        System.arraycopy(command, 0, all, 4, command.length);
        return distribution.run(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void aDesignOfAPluginIsJudgedAsTheShippedOneIs(String framework) throws Exception {
        Distribution.Result result = run(framework, "designs", "--design", "museum.twin", "--design", "1c",
                "--json");
        assertEquals(0, result.exitCode(), result.out() + result.err());
        List<String> shipped = rows("1c", result.out());
        assertTrue(shipped.size() > 10, result.out());
        assertEquals(shipped, rows("museum.twin", result.out()));
    }

    /** The rows of a design, without its name. */
    private static List<String> rows(String design, String document) {
        return Pattern.compile("\"design\":\"" + Pattern.quote(design) + "\",(\"entry\".*?\\}\\})")
                .matcher(document)
                .results().map(row -> row.group(1)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void aFormatOfAPluginIsRenderedByName(String framework) throws Exception {
        Path result = Files.writeString(work.resolve("lint.json"),
                "{\"schema\":\"xstate/lint/1\",\"source\":\"core\",\"findings\":[]}");
        assertEquals("core has 0 findings\n",
                run(framework, "report", result.toString(), "--render", "names").out());
        assertEquals("xstate: report: nothing renders 'pdf'; there are html, markdown, text, names\n",
                run(framework, "report", result.toString(), "--render", "pdf").err());
    }
}
