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
            pasid-on-gp.c pasid_on_gp_first_form update_is_kept
            pasid-by-interrupt.c pasid_by_interrupt update_is_kept
            fork-pasid.c fork_without_pasid holds
            fork-pasid.c fork_with_pasid no_foreign_pasid
            exec.c exec_6_6 holds
            exec.c exec_6_5 update_is_kept
            exec.c exec_keeps_memory update_is_kept
            pasid-exec.c pasid_after_exec pasid_populated_once
            pasid-exec.c pasid_after_exec_cleared holds
            fork-reused-task.c fork_into_old_memory holds
            fork-reused-task.c fork_keeps_last_cpu state_is_kept
            ptrace.c ptrace_sets_all holds
            ptrace.c ptrace_without_invalidation expectation
            ptrace.c ptrace_invalidates_wrong_side expectation
            ptrace-garbage.c regset_6_1 holds
            ptrace-garbage.c regset_6_0 no-null-pointer
            ptrace-garbage.c regset_leaves_gaps no_garbage_to_user
            ptrace-shadow-stack.c ssp_of_a_task holds
            ptrace-shadow-stack.c ssp_without_shadow_stack no_warning
            pkru-init.c pkru_zero_5_14 holds
            pkru-init.c pkru_zero_5_13 holds
            pkru-init.c pkru_zero_5_12 state_is_kept
            pkru-init.c pkru_zero_5_12_not_tracked holds
            pkru-from-kernel.c pkru_from_kernel_5_14 holds
            pkru-from-kernel.c pkru_from_kernel_5_13 update_is_kept
            pkru-signal.c pkru_frame_6_13 holds
            pkru-signal.c pkru_frame_6_12 frame_holds_state
            pkru-signal.c pkru_frame_6_12_not_tracked holds
            pkru-signal.c pkru_frame_5_14 holds
            pkru-ptrace.c pkru_ptrace_6_2 holds
            pkru-ptrace.c pkru_ptrace_5_14 parked_pkru_is_right
            pkru-ptrace.c pkru_ptrace_clear_bit parked_pkru_is_right
            amx-first-use.c amx_first_use holds
            amx-first-use.c amx_restore_without_xfd xfd_matches_buffer
            amx-first-use.c amx_realloc_without_restore state_is_kept
            amx-signal.c amx_signal_6_18 holds
            amx-signal.c amx_signal_6_17 xfd_matches_buffer
            amx-hotplug.c amx_hotplug_6_9 holds
            amx-hotplug.c amx_hotplug_6_8 xfd_cache_is_right
            amx-idle.c amx_idle holds
            amx-idle.c amx_idle_keeps_owner state_is_kept
            cet-shadow-stack.c shadow_stack_6_6 holds
            cet-shadow-stack.c shadow_stack_raw_buffer update_is_kept
            cet-shadow-stack.c shadow_stack_plain_wrmsr update_is_kept
            clone-shadow-stack.c clone_with_shadow_stack holds
            clone-shadow-stack.c clone_shares_shadow_stack state_is_kept
            signal-frame.c signal_frame_5_18 holds
            signal-frame.c signal_frame_6_16 holds
            signal-frame.c signal_frame_stale_owner frame_holds_state
            signal-frame-garbage.c signal_frame_tried_again holds
            signal-frame-garbage.c signal_frame_from_buffer frame_holds_state
            sigreturn-fault.c sigreturn_fault holds
            sigreturn-fault.c sigreturn_fault_keeps_owner nothing_leaks_into_user_mode
            sigreturn-fault.c sigreturn_fault_without_reset update_is_kept
            sigreturn-ia32.c sigreturn_ia32_5_18 holds
            sigreturn-ia32.c sigreturn_ia32_unchecked header_is_valid
            uintr-xsaves.c uintr_with_the_bulk valid_registers_equal_memory
            uintr-xsaves.c uintr_as_the_program_sees_it state_is_kept
            uintr-xsaves.c uintr_vector_written_anew holds
            uintr-xsaves.c uintr_parent_of_a_clone live_registers_hold_state
            sigreturn-small-frame.c small_frame_6_8 holds
            sigreturn-small-frame.c small_frame_6_16 update_is_kept
            sigreturn-small-frame.c unmapped_end_6_7 retry_makes_progress
            kvm-guest.c kvm_guest_state holds
            kvm-guest.c kvm_loads_too_early guest_sees_its_state
            kvm-guest-xfd.c kvm_guest_xfd_6_19 holds
            kvm-guest-xfd.c kvm_guest_xfd_6_18 kernel_restore_never_faults
            kvm-guest-cet.c kvm_guest_cet_6_18 holds
            kvm-guest-cet.c kvm_guest_cet_6_16 guest_sees_its_state
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
