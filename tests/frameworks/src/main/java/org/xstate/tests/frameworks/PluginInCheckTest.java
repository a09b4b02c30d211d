package org.xstate.tests.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.xstate.analysis.plugins.PluginValidator;
import org.xstate.api.Contributions;
import org.xstate.api.Validator;
import org.xstate.cli.Cli;
import org.xstate.cli.Host;
import org.xstate.tests.frameworks.plugins.HangsInCheck;
import org.xstate.tests.frameworks.plugins.LiesAboutParts;
import org.xstate.tests.frameworks.plugins.LiesAboutSize;
import org.xstate.tests.frameworks.plugins.Plugged;
import org.xstate.tests.frameworks.plugins.Renamed;
import org.xstate.tests.frameworks.plugins.Sound;
import org.xstate.tests.frameworks.plugins.ThrowsInCheck;
import org.xstate.tests.frameworks.plugins.WithModel;

/** Plugins whose component is in a scenario that is checked. */
class PluginInCheckTest {

    private static final long SECONDS = 60;
    private static final int ROUNDS = 20;
    private static final int BAD_INPUT = 65;
    private static final int PLUGIN_FAILED = 71;

    /** Component 40 has 80 bytes here, whatever its descriptor says. */
    private static final String CPUID = """
            CPU:
               0x0000000d 0x00: eax=0x00000007 ebx=0x00000390 ecx=0x00000390 edx=0x00000100
               0x0000000d 0x01: eax=0x00000003 ebx=0x00000390 ecx=0x00000000 edx=0x00000000
               0x0000000d 0x02: eax=0x00000100 ebx=0x00000240 ecx=0x00000000 edx=0x00000000
               0x0000000d 0x28: eax=0x00000050 ebx=0x00000340 ecx=0x00000000 edx=0x00000000
            """;
    private static final String SCENARIO = """
            scenario(plugged) {
            	cpu_profile("plugged.cpuid");
            	features(PLUGGED);
            }
            task(A) {
            	%s;
            	enter_kernel();
            	exit_to_user_mode();
            }
            task(B) {
            	enter_kernel();
            	schedule();
            	exit_to_user_mode();
            }
            """;
    private static final String WRITES = "user_write(XFEATURE_PLUGGED, V1)";

    /** What a command gave. */
    private record Result(int code, String out, String err) {
    }

    @TempDir
    Path folder;

    private final Contributions contributions = Framework.contributions();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("plugged.cpuid"), CPUID);
    }

    private String file(String statement) throws IOException {
        return Files.writeString(folder.resolve("plugged.c"), SCENARIO.formatted(statement)).toString();
    }

    private Result check(String statement) throws IOException {
        return run(contributions, "check", "--threads", "1", "--expect", file(statement));
    }

    private static Result run(Contributions contributions, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(arguments,
                new Host("test", "", () -> contributions, List::of, contributions::rejected),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theComponentOfAPluginIsChecked() throws Exception {
        try (TestPlugin plugin = TestPlugin.start(Sound.class)) {
            Result result = check(WRITES);
            assertEquals(0, result.code(), result.err());
            assertTrue(result.out().startsWith("HOLDS"), result.out());
            assertEquals(TestPlugin.NAME, plugin.bundle().getSymbolicName());
        }
        Result without = check(WRITES);
        assertEquals(BAD_INPUT, without.code());
        assertTrue(without.err().contains("there is no component 'PLUGGED'"), without.err());
    }

    @Test
    void theModelCOfAPluginIsReadWithItsComponent() throws Exception {
        try (TestPlugin plugin = TestPlugin.start(WithModel.class)) {
            Result result = check("plugged_use(V1)");
            assertEquals(0, result.code(), result.err());
            assertEquals(TestPlugin.NAME, plugin.bundle().getSymbolicName());
        }
    }

    @Test
    void thePluginsTextIsCompiledBeforeItIsUsed() throws Exception {
        ServiceRegistration<Validator> registration = Framework.context().registerService(Validator.class,
                new PluginValidator(), null);
        try (TestPlugin plugin = TestPlugin.start(WithModel.class)) {
            assertEquals(List.of(), contributions.features().rejected());
            assertEquals("PLUGGED",
                    contributions.features().descriptor(Plugged.NUMBER).orElseThrow().name());
            assertEquals(TestPlugin.NAME, plugin.bundle().getSymbolicName());
        } finally {
            registration.unregister();
        }
    }

    @Test
    void aPluginThatThrowsEndsItsCheckWithItsName() throws Exception {
        fails(ThrowsInCheck.class,
                "ThrowsInCheck.stateParts() threw java.lang.IllegalStateException: no parts today");
    }

    @Test
    void aPluginThatHangsEndsItsCheckWithItsName() throws Exception {
        fails(HangsInCheck.class, "HangsInCheck.stateParts() did not return within 3 s");
    }

    @Test
    void aPluginThatLiesAboutItsSizeEndsItsCheckWithItsName() throws Exception {
        fails(LiesAboutParts.class, "its part beyond lies at bytes 80 to 159 of 80");
        fails(LiesAboutSize.class, "its init state has 7 bytes where the component has 80");
    }

    private void fails(Class<? extends Plugged> feature, String message) throws Exception {
        try (TestPlugin plugin = TestPlugin.start(feature)) {
            Result result = check(WRITES);
            assertEquals(PLUGIN_FAILED, result.code(), result.err());
            assertTrue(result.err().contains("plugin " + plugin.bundle().getSymbolicName() + " failed: "),
                    result.err());
            assertTrue(result.err().contains(message), result.err());
        }
        assertEquals(List.of(), contributions.rejected());
    }

    /** What is done to a plugin while its component is checked. */
    private interface Change {
        void apply(TestPlugin plugin) throws Exception;
    }

    @Test
    void aCheckEndsWithThePluginThatItBeganWith() throws Exception {
        List<Change> changes = List.of(plugin -> plugin.bundle().stop(),
                plugin -> plugin.update(Renamed.class),
                plugin -> plugin.bundle().uninstall());
        for (Change change : changes) {
            CountDownLatch reached = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            try (TestPlugin plugin = TestPlugin.start(Sound.class)) {
                FutureTask<Result> check = new FutureTask<>(
                        () -> run(new Paused(contributions, reached, goOn), "check", file(WRITES)));
                new Thread(check).start();
                assertTrue(reached.await(SECONDS, TimeUnit.SECONDS));
                change.apply(plugin);
                goOn.countDown();
                Result result = check.get(SECONDS, TimeUnit.SECONDS);
                assertEquals(0, result.code(), result.err());
                assertTrue(result.out().startsWith("HOLDS"), result.out());
            }
        }
        assertEquals(BAD_INPUT, check(WRITES).code());
    }

    /** Either the plugin is there for the whole check, or it is not there at all. */
    @Test
    void checksGoOnWhilePluginsComeAndGo() throws Exception {
        Path own = Files.writeString(folder.resolve("own.c"), SCENARIO.replace("plugged.cpuid", "zen3")
                .replace("PLUGGED", "AVX").formatted("user_write(XFEATURE_AVX, V1)"));
        Path plugged = Files.writeString(folder.resolve("plugged.c"), SCENARIO.formatted(WRITES));
        AtomicBoolean done = new AtomicBoolean();
        Set<Integer> ownCodes = new HashSet<>();
        Set<Integer> pluggedCodes = new HashSet<>();
        List<String> messages = new ArrayList<>();
        Thread checking = new Thread(() -> {
            while (!done.get()) {
                ownCodes.add(run(contributions, "check", "--threads", "2", own.toString()).code());
                Result result = run(contributions, "check", "--threads", "2", plugged.toString());
                pluggedCodes.add(result.code());
                messages.add(result.err());
            }
        });
        checking.start();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                try (TestPlugin plugin = TestPlugin.start(Sound.class)) {
                    plugin.update(WithModel.class);
                    plugin.bundle().stop();
                    plugin.bundle().start();
                }
            }
        } finally {
            done.set(true);
            checking.join();
        }
        assertEquals(Set.of(0), ownCodes);
        assertTrue(Set.of(0, BAD_INPUT).containsAll(pluggedCodes), pluggedCodes + " " + messages);
        assertTrue(messages.stream()
                .allMatch(text -> text.isEmpty() || text.contains("there is no component 'PLUGGED'")),
                messages.toString());
    }
}
