package org.xstate.sim.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureModel;
import org.xstate.api.InitState;
import org.xstate.api.Lifecycle;
import org.xstate.api.ModelText;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** Whose text is part of which scenario, with strangers in the places of PKRU and PASID. */
class FeatureTextsTest {

    /** @param model of each component that has one */
    private record Stranger(XFeatureDescriptor descriptor, FeatureModel model) implements XFeatureProvider {
        @Override
        public InitState initState() {
            return new InitState.Derived(context -> new byte[context.size()],
                    context -> new byte[]{1, 0, 0, 0, 0, 0, 0, 0});
        }

        @Override
        public RestorePolicy restorePolicy() {
            return new RestorePolicy.OnReturnToUser();
        }

        @Override
        public Lifecycle lifecycle() {
            return new Lifecycle(Lifecycle.Rule.RESET, Lifecycle.Rule.RESET, Lifecycle.Rule.RESET,
                    Lifecycle.Rule.RESET);
        }
    }

    private static final ModelText NINE_HARDWARE = new ModelText("nine/registers.c",
            "enum nine_mode { NINE_ON, NINE_OFF };\ntoken_t rdnine(void)\n{\n\treturn read_reg(XFEATURE_NINE, 0);\n}\n");
    private static final ModelText NINE_KERNEL = new ModelText("nine/kernel.c",
            "/* ten_flag */\nknob_flag(nine_flag, true);\n"
                    + "on(void, switch_to, nine)(struct task_struct *next)\n{\n\tten_not_declared_here();\n}\n"
                            .replace("ten_not_declared_here", "rdnine"));
    private static final ModelText TEN_KERNEL = new ModelText("ten/kernel.c", "bool ten_flag;\n");

    private static final FeatureCatalog CATALOG = FeatureCatalog.of(List.of(
            real(0), real(1), real(2),
            contribution(10, "TEN", new FeatureModel(List.of(), List.of(TEN_KERNEL))),
            contribution(9, "NINE", new FeatureModel(List.of(NINE_HARDWARE), List.of(NINE_KERNEL)))));

    /** Those that the core knows by number. */
    private static FeatureCatalog.Contribution real(int number) {
        return new FeatureCatalog.Contribution(LibraryTest.CATALOG.provider(number).orElseThrow(), "base");
    }

    private static FeatureCatalog.Contribution contribution(int number, String name, FeatureModel model) {
        XFeatureDescriptor real = LibraryTest.CATALOG.descriptor(number).orElseThrow();
        XFeatureDescriptor.Builder builder = real.isUser()
                ? XFeatureDescriptor.user(number, name, real.size())
                : XFeatureDescriptor.supervisor(number, name, real.size());
        return new FeatureCatalog.Contribution(new Stranger(builder.build(), model), "stranger");
    }

    private static LoadedScenario load(List<TrapHandlerSource> handlers, String features, String body) {
        String text = "scenario(s) { features(" + features + "); }\ntask(A) { " + body + " interleave(); }\n";
        return ScenarioLoader.load(SourceFiles.of(Map.of("main.c", text)), "main.c",
                LoadOptions.of(CATALOG, handlers)).getFirst();
    }

    private static List<String> texts(List<TrapHandlerSource> handlers, String features) {
        LoadedScenario loaded = load(handlers, features, "");
        return loaded.scenario().orElseThrow(() -> new AssertionError(loaded.text())).library().orElseThrow()
                .names();
    }

    @Test
    void aComponentsTextsAreReadBehindTheCoresIfTheScenarioHasIt() {
        List<String> names = texts(List.of(), "NINE, TEN");
        List<String> hardware = names.stream().filter(name -> name.startsWith("hardware/")).toList();
        assertEquals("hardware/machine.h", names.getFirst());
        assertEquals("nine/registers.c", names.get(hardware.size()));
        assertEquals("kernel/knobs.c", names.get(hardware.size() + 1));
        List<String> kernel = names.stream().dropWhile(name -> !name.startsWith("kernel/"))
                .dropWhile(name -> name.startsWith("kernel/")).toList();
        assertEquals(List.of("nine/kernel.c", "ten/kernel.c", "policy/own.c"), kernel.subList(0, 3));
        assertFalse(texts(List.of(), "TEN").stream().anyMatch(name -> name.startsWith("nine/")));
    }

    @Test
    void theirDeclarationsAreTablesOfTheMachine() {
        LoadedScenario loaded = load(List.of(), "NINE", "");
        String header = loaded.scenario().orElseThrow(() -> new AssertionError(loaded.text())).library()
                .orElseThrow().files().text("hardware/machine.h").orElseThrow();
        assertTrue(header.contains("#define KERNEL_INIT_FEATURES 0x200ULL\n"), header);
        assertTrue(header.contains("#define RESET_BY_CLONE 0x200ULL\n"), header);
        assertTrue(header.contains("#define GUEST_ONLY_FEATURES 0x0ULL\n"), header);
    }

    private static TrapHandlerSource handler(String name, String text, int... needs) {
        return new TrapHandlerSource(13, "always", new ModelText(name, text), XFeatureMask.of(needs));
    }

    @Test
    void aTrapHandlerIsReadLastIfTheScenarioHasAllThatItNeeds() {
        List<TrapHandlerSource> handlers = List.of(handler("own/gp.c", "bool a;\n"),
                handler("both.c", "bool b;\n", 9, 10), handler("both.c", "bool c;\n", 9),
                handler("both.c", "bool c;\n", 9));
        List<String> both = texts(handlers, "NINE, TEN");
        assertEquals(List.of("own/gp.c", "traps/both.c", "traps/both.c (2)"),
                both.subList(both.size() - 3, both.size()));
        List<String> one = texts(handlers, "NINE");
        assertEquals(List.of("own/gp.c", "traps/both.c"), one.subList(one.size() - 2, one.size()));
        assertEquals("own/gp.c", texts(handlers, "TEN").getLast());
    }

    private static void assertNote(String name, String expected, String use) {
        String text = load(List.of(handler("traps/gp.c", "bool gp_flag;\n", 9, 10)), "SSE", use).text();
        assertTrue(text.contains("'" + name + "'"), text);
        assertTrue(text.contains("= " + expected + "\n"), text);
        assertFalse(text.contains("did you mean"), text);
    }

    @Test
    void aNameThatTheScenarioLacksForWantOfAComponentIsExplained() {
        assertNote("rdnine",
                "it is declared by nine/registers.c, which is read for scenarios with NINE: add it"
                        + " to features(...)",
                "rdnine();");
        assertNote("NINE_OFF",
                "it is declared by nine/registers.c, which is read for scenarios with NINE: add"
                        + " it to features(...)",
                "user_write(NINE_OFF, V1);");
        assertNote("ten_flag",
                "it is declared by ten/kernel.c, which is read for scenarios with TEN: add it to"
                        + " features(...)",
                "ten_flag = true;");
        assertNote("gp_flag",
                "it is declared by traps/gp.c, which is read for scenarios with NINE and TEN: add"
                        + " them to features(...)",
                "gp_flag = true;");
    }

    @Test
    void aKnobThatTheScenarioLacksForWantOfAComponentIsExplained() {
        String text = load(List.of(), "SSE); set(nine_flag, false", "").text();
        assertTrue(text.contains("no such knob 'nine_flag'"), text);
        assertTrue(text
                .contains("= it is declared by nine/kernel.c, which is read for scenarios with NINE: add it"
                        + " to features(...)\n"),
                text);
    }

    @Test
    void aNameThatTheScenarioLacksForWantOfAPolicyIsExplained() {
        String unused = load(List.of(), "NINE); policy(NINE, unused", "rdnine();").text();
        assertTrue(unused
                .contains("= it is declared by nine/registers.c, which is read where the kernel enables NINE,"
                        + " and this one does not: set a policy(...) for it\n"),
                unused);
    }

    @Test
    void whatNobodyDeclaresIsNotExplained() {
        String text = load(List.of(), "SSE", "rdninee();").text();
        assertFalse(text.contains("features(...)"), text);
    }

    private static LoadedScenario restored(String setting, Map<String, RestorePolicy> outside) {
        String text = "scenario(s) { features(TEN, NINE); " + setting
                + " }\ntask(A) { interleave(); expect(!ten_flag); }\n";
        return ScenarioLoader.load(SourceFiles.of(Map.of("main.c", text)), "main.c",
                LoadOptions.of(CATALOG, List.of(handler("t.c", "bool t_flag;\n", 10))).restoring(outside))
                .getFirst();
    }

    @Test
    void anotherPolicyLeavesOutWhatIsAboutTheProvidersOwn() {
        for (LoadedScenario loaded : List.of(restored("policy(TEN, eager);", Map.of()),
                restored("", Map.of("TEN", new RestorePolicy.Eager())))) {
            assertTrue(loaded.scenario().isEmpty());
            assertTrue(loaded.text().contains(
                    "it is declared by ten/kernel.c, which is left out: it is about another restore policy than the one"),
                    loaded.text());
        }
        LoadedScenario nine = restored("policy(NINE, eager);", Map.of());
        List<String> names = nine.scenario().orElseThrow(() -> new AssertionError(nine.text())).library()
                .orElseThrow().names();
        assertFalse(names.contains("nine/kernel.c"));
        assertTrue(names.containsAll(List.of("nine/registers.c", "ten/kernel.c", "traps/t.c")),
                names.toString());
    }

    @Test
    void whatIsSetFromOutsideWinsOverTheScenariosPolicy() {
        LoadedScenario loaded = restored("policy(NINE, eager);",
                Map.of("nine", new RestorePolicy.Independent()));
        String header = loaded.scenario().orElseThrow(() -> new AssertionError(loaded.text())).library()
                .orElseThrow().files().text("hardware/machine.h").orElseThrow();
        assertTrue(header.contains("#define POLICY_INDEPENDENT 0x200ULL\n"), header);
        assertTrue(header.contains("#define POLICY_EAGER 0x0ULL\n"), header);
    }

    @Test
    void aPolicyOfAComponentThatThereIsNotIsRefused() {
        assertTrue(restored("policy(ELEVEN, eager);", Map.of()).text()
                .contains("there is no component 'ELEVEN'"));
    }
}
