package org.xstate.traps.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.xstate.api.TrapHandlerProvider;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureMask;

class FpuTrapHandlersTest {

    private static final Path TEXTS = Path.of("src/main/resources/org/xstate/traps/internal/traps");

    private final List<TrapHandlerSource> handlers = new FpuTrapHandlers().trapHandlers();

    @Test
    void theClassPathFindsThem() {
        assertEquals(List.of(FpuTrapHandlers.class), ServiceLoader.load(TrapHandlerProvider.class).stream()
                .map(ServiceLoader.Provider::type).toList());
        assertEquals(handlers, new FpuTrapHandlers().trapHandlers());
    }

    @Test
    void enqcmdIsAskedBeforeAnyOtherGeneralProtection() {
        assertEquals(List.of("traps/enqcmd.c", "traps/restore-kernel.c", "traps/restore-user.c"), texts(13));
        assertEquals(List.of("traps/restore-kernel.c", "traps/restore-user.c"), texts(14));
        assertEquals(List.of("traps/xfd.c", "traps/xfd-guest.c"), texts(7));
        assertEquals(List.of("traps/undefined.c"), texts(6));
        assertEquals(List.of("traps/shadow-stack.c"), texts(21));
    }

    @Test
    void onlyWhatNamesAComponentNeedsOne() {
        assertEquals(List.of("traps/enqcmd.c [10]", "traps/shadow-stack.c [11]"),
                handlers.stream().filter(one -> !one.needs().equals(XFeatureMask.NONE))
                        .map(one -> one.text().name() + " " + one.needs().numbers().boxed().toList())
                        .toList());
    }

    @Test
    void everyTextOfTheBundleIsAHandlersAndAnswersAHook() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            List<String> shipped = files.map(file -> "traps/" + file.getFileName()).sorted().toList();
            assertEquals(shipped,
                    handlers.stream().map(one -> one.text().name()).distinct().sorted().toList());
        }
        assertEquals(List.of("traps/xfd-guest.c"),
                handlers.stream().filter(one -> one.source().lines()
                        .noneMatch(line -> line.matches("on\\((bool|u64), \\w+, \\w+\\)\\(int vector.*")))
                        .map(one -> one.text().name()).toList(),
                "a guest's exception is an exit, and comes through no gate of the host");
    }

    private List<String> texts(int vector) {
        return handlers.stream().filter(one -> one.vector() == vector).map(one -> one.text().name()).toList();
    }
}
