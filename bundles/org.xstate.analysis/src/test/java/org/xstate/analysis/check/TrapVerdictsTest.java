package org.xstate.analysis.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What mails and commits say about the handlers of {@code examples/traps}. #GP: the fix-up has to run before interrupts go
 * on or anything uses the FPU (tglx and Luto, 29 Sep 2021), the first form loses the write (Luto, the same day), without
 * a limit it answers any #GP (Peter Zijlstra, 22 Sep 2021), forms that look for the place of the state first do not
 * care. #NM: IA32_XFD_ERR is read and cleared before, the allocation comes after. #CP: SSP is read before. Restores:
 * d5c8028b4788, aee8c67a4faa. CPUs that come up: 2297554f01df.
 */
class TrapVerdictsTest {

    /** A scenario and the property that is violated, or {@code holds}. */
    private static final VerdictTable TABLE = new VerdictTable(Path.of("../../examples/traps"), """
            cp-shadow-stack.c cp_reads_then_irqs holds
            cp-shadow-stack.c cp_irqs_then_reads trap_finds_registers_live
            cp-shadow-stack.c cp_irqs_then_reads_wrong_pointer reported_ssp_is_right
            cp-shadow-stack.c cp_irqs_then_loads_and_reads holds
            gp-enqcmd-forms.c enqcmd_writes_msr update_is_kept
            gp-enqcmd-forms.c enqcmd_first_form update_is_kept
            gp-enqcmd-forms.c enqcmd_writes_the_truth holds
            gp-enqcmd-forms.c enqcmd_updates_memory holds
            gp-enqcmd-forms.c enqcmd_loads_first holds
            gp-enqcmd-fpu-use.c enqcmd_fpu_used_at_gate trap_finds_registers_live
            gp-enqcmd-fpu-use.c enqcmd_fpu_used_at_handler trap_finds_registers_live
            gp-enqcmd-fpu-use.c enqcmd_fpu_used_at_cause trap_finds_registers_live
            gp-enqcmd-fpu-use.c enqcmd_fpu_used_at_change trap_finds_registers_live
            gp-enqcmd-fpu-use.c enqcmd_fpu_used_at_changed holds
            gp-enqcmd-fpu-use.c enqcmd_fpu_used_at_exit holds
            gp-enqcmd-fpu-use.c enqcmd_fpu_used_at_handler_seen_by_user update_is_kept
            gp-enqcmd-irqs.c enqcmd_as_merged holds
            gp-enqcmd-irqs.c enqcmd_irqs_on_at_gate trap_finds_irqs_off
            gp-enqcmd-irqs.c enqcmd_irqs_on_at_handler trap_finds_irqs_off
            gp-enqcmd-irqs.c enqcmd_irqs_on_at_cause trap_finds_registers_live
            gp-enqcmd-irqs.c enqcmd_irqs_on_at_change trap_finds_registers_live
            gp-enqcmd-irqs.c enqcmd_irqs_on_at_changed holds
            gp-enqcmd-irqs.c enqcmd_irqs_on_at_exit holds
            gp-enqcmd-irqs.c enqcmd_irqs_on_at_handler_seen_by_user update_is_kept
            gp-enqcmd-irqs.c enqcmd_irqs_on_at_handler_gives_pasid_away nothing_leaks_into_user_mode
            gp-not-enqcmd.c other_gp_with_limit holds
            gp-not-enqcmd.c other_gp_without_limit trap_retry_ends
            nm-xfd-guest.c guest_xfd_err_saved holds
            nm-xfd-guest.c guest_xfd_err_stays xfd_err_is_clear
            nm-xfd-guest.c guest_xfd_err_lost guest_sees_its_xfd_err
            nm-xfd-irqs.c xfd_as_merged holds
            nm-xfd-irqs.c xfd_irqs_on_at_gate xfd_err_is_clear
            nm-xfd-irqs.c xfd_irqs_on_at_handler xfd_err_is_clear
            nm-xfd-irqs.c xfd_irqs_on_at_cause xfd_err_is_clear
            nm-xfd-irqs.c xfd_irqs_on_at_change holds
            nm-xfd-irqs.c xfd_irqs_on_at_changed no_sleep_while_locked
            nm-xfd-irqs.c xfd_irqs_on_at_exit no_sleep_while_locked
            nm-xfd-irqs.c xfd_irqs_on_at_handler_loses_cause trap_finds_own_cause
            nm-xfd-irqs.c xfd_irqs_on_at_handler_is_fatal no_oops
            nm-xfd-irqs.c xfd_err_stays xfd_err_is_clear
            nm-xfd-outcomes.c xfd_permission holds
            nm-xfd-outcomes.c xfd_no_memory holds
            nm-xfd-outcomes.c xfd_in_the_kernel no_warning
            nm-xfd-outcomes.c xfd_in_the_kernel_is_fatal no_oops
            restore-from-kernel.c bad_buffer_is_contained holds
            restore-from-kernel.c bad_buffer_leaks nothing_leaks_into_user_mode
            restore-from-kernel.c bad_buffer_ends_protection expectation
            restore-from-kernel.c bad_buffer_arms_xfd xfd_matches_buffer
            restore-from-user.c user_restore_fixed_up holds
            restore-from-user.c user_restore_does_not_tell retry_makes_progress
            restore-from-user.c user_restore_sleeps no_sleep_while_locked
            restore-from-user.c user_restore_sleeps_and_leaks nothing_leaks_into_user_mode
            ud-undefined.c tiles_without_xcr0 holds
            ud-undefined.c onlining_6_16 holds
            ud-undefined.c onlining_6_15 no_oops
            """);

    static Stream<String> files() {
        return TABLE.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theVerdictIsWhatMailsAndCommitsSay(String file) {
        TABLE.holdsFor(file);
    }

    @Test
    void everyScenarioThatIsShippedIsInTheTable() throws IOException {
        TABLE.isComplete();
    }

    @Test
    void eachBrokenHandlerSaysWhatItBreaks() {
        TABLE.isWhatTheTextsSay();
    }
}
