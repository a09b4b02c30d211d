package org.xstate.analysis.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the history of the kernel says about the scenarios of {@code examples/scenarios}: with a fix they hold, without it
 * they do not, and what breaks is what the fix's commit says.
 */
class KernelHistoryTest {

    /** A scenario and what its kernel did: the property that was violated, or {@code holds}. */
    private static final VerdictTable TABLE = new VerdictTable(Path.of("../../examples/scenarios"), """
            pasid-on-gp.c pasid_on_gp_5_18 holds
            pasid-on-gp.c pasid_on_gp_irqs_on update_is_kept
            pasid-exec.c pasid_after_exec pasid_populated_once
            pasid-exec.c pasid_after_exec_cleared holds
            fork-reused-task.c fork_into_old_memory holds
            fork-reused-task.c fork_keeps_last_cpu state_is_kept
            ptrace.c ptrace_sets_all holds
            ptrace.c ptrace_without_invalidation expectation
            ptrace.c ptrace_invalidates_wrong_side expectation
            pkru-init.c pkru_zero_5_14 holds
            pkru-init.c pkru_zero_5_12_not_tracked holds
            pkru-from-kernel.c pkru_from_kernel_5_14 holds
            pkru-from-kernel.c pkru_from_kernel_5_13 update_is_kept
            pkru-signal.c pkru_frame_6_12_not_tracked holds
            pkru-signal.c pkru_frame_5_14 holds
            amx-first-use.c amx_first_use holds
            amx-first-use.c amx_restore_without_xfd xfd_matches_buffer
            amx-first-use.c amx_realloc_without_restore state_is_kept
            amx-idle.c amx_idle holds
            amx-idle.c amx_idle_keeps_owner state_is_kept
            cet-shadow-stack.c shadow_stack_6_6 holds
            cet-shadow-stack.c shadow_stack_raw_buffer update_is_kept
            cet-shadow-stack.c shadow_stack_plain_wrmsr update_is_kept
            clone-shadow-stack.c clone_with_shadow_stack holds
            clone-shadow-stack.c clone_shares_shadow_stack state_is_kept
            signal-frame.c signal_frame_5_18 holds
            signal-frame.c signal_frame_6_16 holds
            sigreturn-fault.c sigreturn_fault holds
            uintr-xsaves.c uintr_with_the_bulk valid_registers_equal_memory
            uintr-xsaves.c uintr_as_the_program_sees_it state_is_kept
            uintr-xsaves.c uintr_vector_written_anew holds
            uintr-xsaves.c uintr_parent_of_a_clone live_registers_hold_state
            exec.c exec_6_6 holds
            """);

    static Stream<String> files() {
        return TABLE.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theVerdictIsWhatTheKernelsHistorySays(String file) {
        TABLE.holdsFor(file);
    }

    @Test
    void everyScenarioThatIsShippedIsInTheTable() throws IOException {
        TABLE.isComplete();
    }

    @Test
    void eachBrokenKernelSaysWhatItBreaks() {
        TABLE.isWhatTheTextsSay();
    }
}
