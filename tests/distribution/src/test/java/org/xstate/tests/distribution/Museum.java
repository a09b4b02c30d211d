package org.xstate.tests.distribution;

import java.util.List;

import org.xstate.tests.distribution.Exhibit.Said;

/** Bad plugins, one defect each. */
final class Museum {

    private static final String GOOD = "XFeatureDescriptor.user(40, \"MUSEUM\", 64).build()";
    private static final String ZERO = "InitState.allZero()";
    private static final String RETURN = "new RestorePolicy.OnReturnToUser()";
    private static final String MEND = "mend the plugin, or remove it";
    private static final String CORRECT = "correct the model C; docs/model-c.md has the language";
    private static final String PUBLIC = "it has no public constructor without arguments, or is not a public class";
    private static final String SOUND = Exhibit.provider("", GOOD, ZERO, RETURN);
    private static final String POINTS = "org.xstate.api.xfeatures, org.xstate.api.trapHandlers, "
            + "org.xstate.api.apiDesigns, org.xstate.api.checks, org.xstate.api.imageReaders, "
            + "org.xstate.api.reportRenderers";

    private Museum() {
    }

    /** Whose descriptor, init state or policy break the contract. */
    static List<Exhibit> contracts() {
        return List.of(
                Exhibit.feature("number-taken", "XFeatureDescriptor.user(9, \"MUSEUM\", 64).build()", ZERO,
                        RETURN,
                        new Said("MUSEUM (CLASS)", "component 9 is taken by PKRU of org.xstate.features.pkru",
                                "choose another number, or remove one of the two bundles")),
                Exhibit.feature("name-taken", "XFeatureDescriptor.user(41, \"pkru\", 64).build()", ZERO,
                        RETURN,
                        new Said("pkru (CLASS)",
                                "the name pkru is taken by component 9 of org.xstate.features.pkru",
                                "choose another name")),
                Exhibit.feature("no-init-state", GOOD, "null", RETURN, new Said("MUSEUM (CLASS)",
                        "it has no init state", "return InitState.allZero() or the bytes that the component "
                                + "has after a restore with XSTATE_BV clear")),
                Exhibit.feature("init-state-too-short", GOOD,
                        "new InitState.Derived(c -> new byte[32], c -> new byte[32])", RETURN,
                        new Said("MUSEUM (CLASS)", "its init state has 32 bytes where the component has 64",
                                "return exactly as many bytes as the context asks for; CPUID may give another "
                                        + "size than the manual")),
                Exhibit.feature("no-policy", GOOD, ZERO, "null", new Said("MUSEUM (CLASS)",
                        "it has no restore policy", "return a RestorePolicy")),
                Exhibit.feature("unknown-policy", GOOD, ZERO, "new RestorePolicy.Lazy()", new Said("CLASS",
                        "museum.unknownpolicy.Feature.restorePolicy(): it needs org.xstate.api.RestorePolicy.Lazy, "
                                + "which the API of this program does not have",
                        "build it against the API of this program, or use a program of that API")),
                Exhibit.feature("no-descriptor", "null", ZERO, RETURN, new Said("CLASS",
                        "descriptor() returned null", "return an XFeatureDescriptor")),
                Exhibit.feature("number-out-of-range", "XFeatureDescriptor.user(63, \"MUSEUM\", 64).build()",
                        ZERO,
                        RETURN, new Said("CLASS",
                                "museum.numberoutofrange.Feature.descriptor() threw "
                                        + "java.lang.IllegalArgumentException: state component 63 is not in 0..62",
                                MEND)),
                Exhibit.feature("field-beyond-the-end",
                        "XFeatureDescriptor.user(40, \"MUSEUM\", 64).field(FieldDescriptor.hex(60, 8, \"f\")).build()",
                        ZERO, RETURN,
                        new Said("MUSEUM (CLASS)", "field f ends beyond the component's 64 bytes",
                                "correct the field's offset or width")),
                Exhibit.feature("conflicts-with-itself",
                        "XFeatureDescriptor.user(40, \"MUSEUM\", 64).conflicts(40).build()", ZERO, RETURN,
                        new Said("MUSEUM (CLASS)", "it conflicts with itself",
                                "leave its own number out of conflicts(...)")));
    }

    /** Whose model C is wrong, or contradicts what is known. */
    static List<Exhibit> models() {
        return List.of(design(),
                Exhibit.feature("c-in-a-policy", GOOD, ZERO,
                        "new RestorePolicy.Custom(\"void museum(void)\\n{\\n\\tmuseum_opens();\\n}\\n\")",
                        new Said("CLASS", "museum/policy.c:3:2: no such function 'museum_opens'", CORRECT)),
                model("c-syntax", "void museum(void)\\n{\\n\\treturn\\n}\\n",
                        new Said("CLASS", "museum/kernel.c:3:8: expected an expression, found '}'", CORRECT)),
                model("c-unknown-function", "void museum(void)\\n{\\n\\tmuseum_opens();\\n}\\n",
                        new Said("CLASS", "museum/kernel.c:3:2: no such function 'museum_opens'", CORRECT)),
                model("c-unknown-hook", "on(void, museum_opens, museum)(void)\\n{\\n}\\n",
                        new Said("CLASS", "museum/kernel.c:1:10: no such hook 'museum_opens'", CORRECT)),
                model("c-wrong-argument", "void museum(void)\\n{\\n\\tfpregs_lock(1);\\n}\\n",
                        new Said("CLASS", "museum/kernel.c:3:2: 'fpregs_lock' takes 0 arguments, not 1",
                                CORRECT)),
                Exhibit.of("c-in-the-kernels-folder",
                        Exhibit.provider(text("kernel/museum.c", ""), GOOD, ZERO, RETURN),
                        new Said("MUSEUM (CLASS)",
                                "its text kernel/museum.c lies in the library's folder kernel/",
                                "name a folder of its own")),
                Exhibit.of("c-in-a-trap-handler", Exhibit.provider("""
                        public java.util.List<TrapHandlerSource> trapHandlers() {
                            return java.util.List.of(new TrapHandlerSource(13, "never",
                                    "bool museum(void)\\n{\\n\\treturn closed;\\n}\\n"));
                        }
                        """, GOOD, ZERO, RETURN),
                        new Said("CLASS", "traps/trap-13.c:3:9: no such name 'closed'", CORRECT)),
                Exhibit.of("c-in-handlers-of-no-feature", """
                        import org.xstate.api.*;
                        public class Feature implements TrapHandlerProvider {
                            public java.util.List<TrapHandlerSource> trapHandlers() {
                                return java.util.List.of(new TrapHandlerSource(6, "never",
                                        "bool museum(void)\\n{\\n\\treturn closed;\\n}\\n"));
                            }
                        }
                        """, new Said("CLASS", "traps/trap-6.c:3:9: no such name 'closed'", CORRECT))
                        .xml("""
                                <plugin>
                                  <extension point="org.xstate.api.trapHandlers">
                                    <trapHandlers class="CLASS"/>
                                  </extension>
                                </plugin>
                                """, "plugin.xml line 3"));
    }

    /** What is no xfeature, and comes with other points. */
    private static Exhibit design() {
        return Exhibit.of("c-in-a-design", """
                import org.xstate.api.*;
                public class Feature implements ApiDesign {
                    public String id() { return "museum"; }
                    public String summary() { return "it is not there"; }
                    public ModelText source() { return new ModelText("museum.c", "%s"); }
                }
                """.formatted("void museum(void)\\n{\\n\\tmuseum_opens();\\n}\\n"),
                new Said("CLASS", "museum.c:1:1: the design includes no header of the harness",
                        "begin with '#include \"harness.h\"', as those of examples/designs do"))
                .xml("""
                        <plugin>
                          <extension point="org.xstate.api.apiDesigns">
                            <apiDesign class="CLASS"/>
                          </extension>
                        </plugin>
                        """, "plugin.xml line 3");
    }

    /** An xfeature that brings one text about the kernel. */
    private static Exhibit model(String name, String text, Said said) {
        return Exhibit.of(name, Exhibit.provider(text("museum/kernel.c", text), GOOD, ZERO, RETURN), said);
    }

    private static String text(String name, String text) {
        return """
                public FeatureModel model() {
                    return new FeatureModel(java.util.List.of(), java.util.List.of(new ModelText("%s", "%s")));
                }
                """
                .formatted(name, text);
    }

    /** Whose class cannot be made. */
    static List<Exhibit> classes() {
        return List.of(
                Exhibit.of("constructor-throws", Exhibit.provider(
                        "public Feature() { throw new IllegalStateException(\"no\"); }", GOOD, ZERO, RETURN),
                        new Said("CLASS", "its constructor threw java.lang.IllegalStateException: no",
                                "a constructor should do nothing but set fields; mend it")),
                Exhibit.of("initialiser-throws",
                        Exhibit.provider("static final int N = Integer.parseInt(\"x\");",
                                GOOD, ZERO, RETURN),
                        new Said("CLASS", "its static initialiser threw java.lang.NumberFormatException: "
                                + "For input string: \"x\"", "mend the static initialiser")),
                Exhibit.of("no-such-class", "", new Said("CLASS", "the bundle has no such class",
                        "correct the name, or pack the class into the bundle")),
                Exhibit.of("wrong-type", "public class Feature { }", new Said("CLASS",
                        "it is not a XFeatureProvider of this program",
                        "implement org.xstate.api.XFeatureProvider, and import its package instead of packing it in")),
                Exhibit.of("not-public", SOUND.replace("public class", "class"),
                        new Said("CLASS", PUBLIC, "make class and constructor public")),
                Exhibit.of("needs-an-argument",
                        Exhibit.provider("public Feature(int n) { }", GOOD, ZERO, RETURN),
                        new Said("CLASS", PUBLIC, "make class and constructor public")),
                Exhibit.of("abstract-class", SOUND.replace("public class", "public abstract class"),
                        new Said("CLASS", "it is abstract, so no object can be made of it",
                                "name a class that implements every method")));
    }

    /** Whose plugin.xml or manifest is wrong. */
    static List<Exhibit> files() {
        return List.of(
                Exhibit.of("not-a-singleton", SOUND, new Said("plugin.xml",
                        "it is not read, because the bundle is no singleton",
                        "write Bundle-SymbolicName: museum.not-a-singleton;singleton:=true in its manifest"))
                        .headers(headers -> headers.replace(";singleton:=true", ""), "MANIFEST.MF"),
                Exhibit.of("malformed-xml", SOUND, new Said("plugin.xml",
                        "it is no well-formed XML: The element type \"xfeature\" must be terminated by the "
                                + "matching end-tag \"</xfeature>\".",
                        "correct the file")).xml("""
                                <plugin>
                                  <extension point="org.xstate.api.xfeatures">
                                    <xfeature class="CLASS">
                                  </extension>
                                </plugin>
                                """, "plugin.xml line 4"),
                Exhibit.of("unknown-point", SOUND, new Said("org.xstate.api.xfeature",
                        "there is no extension point of this name", "known are " + POINTS)).xml("""
                                <plugin>
                                  <extension point="org.xstate.api.xfeature">
                                    <xfeature class="CLASS"/>
                                  </extension>
                                </plugin>
                                """, "plugin.xml line 2"),
                Exhibit.of("wrong-element", SOUND, new Said("<feature>",
                        "an extension to org.xstate.api.xfeatures holds <xfeature>, not <feature>",
                        "rename the element; docs/plugins.md shows a complete plugin.xml")).xml("""
                                <plugin>
                                  <extension point="org.xstate.api.xfeatures">
                                    <feature class="CLASS"/>
                                  </extension>
                                </plugin>
                                """, "plugin.xml line 3"),
                Exhibit.of("no-class-attribute", SOUND, new Said("<xfeature>",
                        "<xfeature> has no attribute class", "add class=\"...\", the name of a class that "
                                + "implements org.xstate.api.XFeatureProvider"))
                        .xml("""
                                <plugin>
                                  <extension point="org.xstate.api.xfeatures">
                                    <xfeature id="CLASS"/>
                                  </extension>
                                </plugin>
                                """, "plugin.xml line 3"),
                Exhibit.of("reader-kind-taken", """
                        import org.xstate.api.*;
                        public class Feature implements ImageReader {
                            public String kind() { return "core"; }
                            public Match match(ImageSource source) { return Match.NO; }
                            public ReadResult read(ImageSource source) { return null; }
                        }
                        """, new Said("CLASS", "the kind core is taken by another bundle",
                        "choose another kind, or remove one of the two bundles")).xml("""
                                <plugin>
                                  <extension point="org.xstate.api.imageReaders">
                                    <imageReader class="CLASS"/>
                                  </extension>
                                </plugin>
                                """, "plugin.xml line 3"),
                Exhibit.of("import-that-nobody-exports", SOUND, new Said("museum.import-that-nobody-exports",
                        "it does not resolve: nothing provides package org.example.missing",
                        "add the bundle that provides it, or correct the version range")).headers(
                                headers -> headers.replace("Import-Package: ",
                                        "Import-Package: org.example.missing,"),
                                ""));
    }
}
