package org.xstate.analysis.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

/**
 * The invariants of the kernel model can fail: each is violated by a kernel in which one line is wrong, and in no kernel
 * as it is.
 */
class KernelInvariantsTest {

    private static final String ONE_CPU = """
            scenario(s)
            {
            	cpus(1);
            	features(AVX);
            	softirqs(1);
            }
            task(A)
            {
            	user_write(XFEATURE_AVX, V1);
            	enter_kernel();
            	kernel_fpu_section();
            	exit_to_user_mode();
            }
            task(B)
            {
            	user_write(XFEATURE_AVX, B1);
            }
            kernel_thread(K)
            {
            	kernel_fpu_section();
            }
            """;

    private static final String LOCKED = """
            scenario(s)
            {
            	cpus(1);
            	features(AVX);
            	hardirqs(1);
            }
            task(A)
            {
            	user_write(XFEATURE_AVX, V1);
            	enter_kernel();
            	fpu_sync_fpstate();
            	exit_to_user_mode();
            }
            """;

    private static final String TWO_CPUS = """
            scenario(s)
            {
            	cpus(2);
            	features(AVX);
            	migrations(2);
            }
            task(A)
            {
            	user_write(XFEATURE_AVX, V1);
            	user_write(XFEATURE_AVX, V2);
            }
            """;

    private static final String SLEEPS = """
            scenario(s)
            {
            	cpus(1);
            	features(AVX);
            }
            task(A)
            {
            	enter_kernel();
            	fpregs_lock();
            	schedule();
            	fpregs_unlock();
            	exit_to_user_mode();
            }
            """;

    private static Arguments wrong(String property, String scenario, String file, String from, String to) {
        return Arguments.of(property, scenario, new Kernel.Change(file, from, to));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong("nothing_leaks_into_user_mode", ONE_CPU, "kernel/lazy.c", "switch_fpu_return();",
                        "clear_thread_flag(TIF_NEED_FPU_LOAD);"),
                wrong("user_mode_means_live", ONE_CPU, "kernel/lazy.c", "switch_fpu_return();", ";"),
                wrong("live_means_owner", ONE_CPU, "kernel/core.c",
                        "fpregs_activate(&current->thread.fpu);", ""),
                wrong("live_registers_hold_state", ONE_CPU, "kernel/core.c",
                        "KERNEL_FEATURES & mask", "KERNEL_FEATURES & mask & ~BIT_ULL(XFEATURE_AVX)"),
                wrong("valid_registers_equal_memory", ONE_CPU, "kernel/core.c",
                        "	__cpu_invalidate_fpregs_state();\n", ""),
                wrong("flag_means_memory", ONE_CPU, "kernel/core.c",
                        "set_thread_flag(TIF_NEED_FPU_LOAD);\n\t\tsave_fpregs_to_fpstate(&current->thread.fpu);",
                        "set_thread_flag(TIF_NEED_FPU_LOAD);"),
                wrong("kernel_fpu_owns_registers", ONE_CPU, "kernel/core.c",
                        "	__cpu_invalidate_fpregs_state();\n", ""),
                wrong("kernel_fpu_is_exclusive", LOCKED, "kernel/irq.c", "if (irq_fpu_usable())",
                        "if (true)"),
                wrong("switched_out_is_saved", ONE_CPU, "kernel/sched.c",
                        "save_fpregs_to_fpstate(&current->thread.fpu);", ""),
                wrong("header_is_valid", ONE_CPU, "kernel/core.c",
                        "\t\terr = insn_xsaves(&fpstate->regs, fpstate->xfeatures);",
                        "{ err = insn_xsaves(&fpstate->regs, fpstate->xfeatures); fpstate->regs.header.xcomp_bv = 0; }"),
                wrong("init_image_is_untouched", ONE_CPU, "kernel/core.c", "os_xsave(fpu->fpstate);",
                        "os_xsave(&init_fpstate);"),
                wrong("kernel_restore_never_faults", ONE_CPU, "kernel/core.c", "	os_xsave(fpu->fpstate);",
                        "	os_xsave(fpu->fpstate); fpu->fpstate->regs.header.reserved = true;"),
                wrong("kernel_save_never_faults", ONE_CPU, "kernel/core.c",
                        "err = insn_xsaves(&fpstate->regs, fpstate->xfeatures);", "err = X86_TRAP_UD;"),
                wrong("kernel_threads_own_nothing", ONE_CPU, "kernel/core.c",
                        "	this_cpu_write(in_kernel_fpu, false);",
                        "	fpregs_activate(&current->thread.fpu); this_cpu_write(in_kernel_fpu, false);"),
                wrong("fpu_state_is_locked", ONE_CPU, "kernel/entry.c", "	local_irq_disable();\n", ""),
                wrong("valid_on_one_cpu", TWO_CPUS, "kernel/knobs.c",
                        "knob_flag(validity_tests_last_cpu, true);",
                        "knob_flag(validity_tests_last_cpu, false);"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void each_invariant_finds_a_line_that_is_wrong(String property, String scenario, Kernel.Change change) {
        assertEquals(Optional.of(property),
                Kernel.of(scenario).checkedOnlyFor(property).but(change).violated());
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE_CPU, LOCKED, TWO_CPUS})
    void all_hold_in_the_kernel_as_it_is(String scenario) {
        assertEquals(Optional.empty(), Kernel.of(scenario).violated());
    }

    @Test
    void sleeping_under_fpregs_lock_is_found() {
        assertEquals(Optional.of("no_sleep_while_locked"), Kernel.of(SLEEPS).violated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.2", "5.14", "5.16"})
    void before_5_18_a_hard_interrupt_may_hit_a_section_that_is_locked(String version) {
        assertEquals(Optional.of("flag_means_memory"), Kernel.of(LOCKED).on(version).violated());
        assertEquals(Optional.empty(),
                Kernel.of(LOCKED).on(version).with("irq_fpu_usable_checks_softirqs", "true").violated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.18", "6.6", "6.15", "6.18"})
    void from_5_18_on_it_is_refused_the_registers(String version) {
        assertEquals(Optional.empty(), Kernel.of(LOCKED).on(version).violated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.2", "5.14", "6.15", "6.16"})
    void the_owner_alone_does_not_make_registers_valid(String version) {
        assertEquals(Optional.empty(), Kernel.of(TWO_CPUS).on(version).violated());
        assertEquals(Optional.of("valid_on_one_cpu"),
                Kernel.of(TWO_CPUS).on(version).with("validity_tests_last_cpu", "false").violated());
    }
}
