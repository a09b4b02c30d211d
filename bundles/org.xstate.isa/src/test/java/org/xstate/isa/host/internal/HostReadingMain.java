package org.xstate.isa.host.internal;

import org.xstate.isa.host.HostCpu;
import org.xstate.isa.host.HostReading;

/** Reads the machine in a JVM of its own, after doing to it what the arguments say, and prints the outcome. */
final class HostReadingMain {

    private static final int SYS_PRCTL = 157;
    private static final int PR_SET_MDWE = 65;
    private static final int PR_MDWE_REFUSE_EXEC_GAIN = 1;

    private HostReadingMain() {
    }

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("mdwe")) {
            try (NativeCalls calls = NativeCalls.open()) {
                long result = calls.syscall(SYS_PRCTL, PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0);
                System.out.println("prctl " + result);
            }
        }
        System.out.println(switch (HostCpu.read()) {
            case HostReading.Available available -> "available";
            case HostReading.Unavailable unavailable -> unavailable.reason() + " | " + unavailable.remedy();
        });
    }
}
