package org.xstate.ui.tests.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.Watchdog;

/** That the user interface answers, whatever is going on; what {@code scripts/bench-ui} measures more sharply. */
class WatchdogTest {

    private static final int LIMIT = 1000;

    @Test
    void aBlockedUserInterfaceIsNoticedWithWhatItDoes() throws Exception {
        Watchdog.Longest longest = Watchdog.during(() -> Ui.on(WatchdogTest::work));
        assertTrue(longest.blocked().toMillis() > 50, longest.toString());
        assertTrue(longest.stack().stream().anyMatch(line -> line.getMethodName().equals("work")),
                longest.toString());
    }

    /** As long as the thread itself has worked for a fifth of a second. */
    private static Object work() {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + 200_000_000;
        int counted = 0;
        while (threads.getCurrentThreadCpuTime() < end) {
            counted++;
        }
        return counted;
    }

    @TestFactory
    Stream<DynamicTest> noWorkloadBlocksForASecond() throws ReflectiveOperationException {
        return Workload.all().stream().map(workload -> DynamicTest.dynamicTest(workload.name(), () -> {
            workload.prepare();
            Watchdog.Longest longest = Watchdog.during(workload::run);
            workload.end();
            assertTrue(longest.blocked().toMillis() < LIMIT, longest.toString());
        }));
    }
}
