package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.api.Lifecycle;
import org.xstate.api.Lifecycle.Rule;
import org.xstate.api.RestorePolicy;

/** A simple component needs no model C: its policy and its lifecycle have expansions, and they do what they say. */
class StrangersPolicyTest {

    private static final RestorePolicy ON_RETURN = new RestorePolicy.OnReturnToUser();
    private static final RestorePolicy EAGER = new RestorePolicy.Eager();
    private static final RestorePolicy INDEPENDENT = new RestorePolicy.Independent();

    private static final String ONE_CPU = "cpus(1); set(preemption, PREEMPT_NONE);";
    private static final String MOVED = "cpus(2); migrations(1); set(preemption, PREEMPT_NONE); set(event, ON_SWITCH);";
    private static final String INTERRUPTED = "cpus(1); softirqs(1); set(event, ON_KERNEL_FPU);";

    private static final String BY_INSTRUCTION = """
            void obtains(token_t value) { expect(program_sets_component(COMPONENT, value)); }
            void uses(void) { }
            """;
    private static final String BY_SYSTEM_CALL = """
            void obtains(token_t value)
            {
            	enter_kernel();
            	set_component(COMPONENT, value);
            	exit_to_user_mode();
            }
            void uses(void) { }
            """;
    private static final String BY_PERMISSION = """
            void obtains(token_t value)
            {
            	enter_kernel();
            	xstate_request_perm();
            	exit_to_user_mode();
            	expect(program_sets_component(COMPONENT, value));
            }
            void uses(void) { }
            """;
    private static final String BY_DEMAND = """
            void uses(void) { expect(program_needs_component(COMPONENT)); }
            void obtains(token_t value)
            {
            	if (current->mm->demanded[demanded_index[component_index[COMPONENT]]] == INIT) {
            		enter_kernel();
            		bind_component(COMPONENT, value);
            		exit_to_user_mode();
            	}
            	uses();
            }
            """;

    private static String text(String users, String machine) {
        return """
                #define COMPONENT XFEATURE_STRANGER
                #include "users.h"
                %svoid in_kernel(void) { }
                scenario(s)
                {
                	cpu_profile("stranger");
                	kernel("6.18");
                	features(STRANGER);
                	set(partial_images, false);
                	set(standard_images, true);
                	%s
                }
                """.formatted(users, machine);
    }

    private static Map<String, Set<String>> violated(Stranger stranger, String users, String machine) {
        return Happenings.violated(stranger.load(text(users, machine)));
    }

    static List<Arguments> policies() {
        return List.of(Arguments.of(Stranger.user(ON_RETURN), BY_INSTRUCTION),
                Arguments.of(Stranger.supervisor(ON_RETURN), BY_SYSTEM_CALL),
                Arguments.of(Stranger.user(EAGER), BY_INSTRUCTION),
                Arguments.of(Stranger.supervisor(EAGER), BY_SYSTEM_CALL),
                Arguments.of(Stranger.supervisor(INDEPENDENT), BY_SYSTEM_CALL),
                Arguments.of(Stranger.disarmable(new RestorePolicy.OnTrap(7)), BY_PERMISSION),
                Arguments.of(Stranger.supervisor(new RestorePolicy.OnTrap(13)).living(new Lifecycle(
                        Rule.RESET, Rule.RESET, Rule.UNTOUCHED, Rule.UNTOUCHED)), BY_DEMAND),
                Arguments.of(Stranger.supervisor(new RestorePolicy.OnTrap(6)).living(new Lifecycle(
                        Rule.RESET, Rule.RESET, Rule.UNTOUCHED, Rule.UNTOUCHED)), BY_DEMAND));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void withItsPolicyItsUsersHaveWhatTheyNeed(Stranger stranger, String users) {
        assertEquals(Map.of(), violated(stranger, users, ONE_CPU));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void soTheyHaveWhenTheyAreMovedAndInterrupted(Stranger stranger, String users) {
        assertEquals(Map.of(), violated(stranger, users, MOVED));
        assertEquals(Map.of(), violated(stranger, users, INTERRUPTED));
    }

    static List<Stranger> startedByKernel() {
        return List.of(Stranger.user(ON_RETURN), Stranger.user(EAGER), Stranger.supervisor(ON_RETURN),
                Stranger.supervisor(EAGER), Stranger.supervisor(INDEPENDENT));
    }

    @ParameterizedTest
    @MethodSource("startedByKernel")
    void whatTheKernelStartsATaskWithIsThereAtEachStart(Stranger stranger) {
        Lifecycle resets = new Lifecycle(Rule.RESET, Rule.RESET, Rule.RESET,
                stranger.descriptor().isUser() ? Rule.RESET : Rule.UNTOUCHED);
        for (Stranger one : List.of(stranger.startedByKernel(), stranger.startedByKernel().living(resets))) {
            assertEquals(Map.of(),
                    violated(one, one.descriptor().isUser() ? BY_INSTRUCTION : BY_SYSTEM_CALL, ONE_CPU),
                    one.lifecycle().toString());
        }
    }

    static Stream<Arguments> lifecycles() {
        return Stream.of(Rule.KEEP, Rule.RESET, Rule.UNTOUCHED)
                .flatMap(rule -> startedByKernel().stream().map(stranger -> Arguments.of(rule, stranger)));
    }

    @ParameterizedTest
    @MethodSource("lifecycles")
    void itsLifecycleTakesEffect(Rule rule, Stranger stranger) {
        boolean user = stranger.descriptor().isUser();
        Stranger one = stranger.living(new Lifecycle(rule, rule, rule, user ? rule : Rule.UNTOUCHED));
        assertEquals(Map.of(), violated(one, user ? BY_INSTRUCTION : BY_SYSTEM_CALL, ONE_CPU));
    }

    /** The core lets children inherit, resets everything in exec and user components in handlers, and takes them from tracers. */
    @Test
    void aLifecycleThatTheProvidersTextDoesNotRealiseIsFound() {
        String silent = "/* nothing that the core does not do */\n";
        Lifecycle others = new Lifecycle(Rule.RESET, Rule.KEEP, Rule.KEEP, Rule.KEEP);
        assertEquals(Set.of("fork", "thread", "exec", "signal", "ptrace"),
                violated(Stranger.user(ON_RETURN).living(others).saying(silent), BY_INSTRUCTION, ONE_CPU)
                        .keySet());
        assertEquals(Map.of(),
                violated(Stranger.user(ON_RETURN).saying(silent), BY_INSTRUCTION, ONE_CPU));
        assertEquals(Set.of("fork", "thread", "exec", "signal"),
                violated(Stranger.supervisor(ON_RETURN)
                        .living(new Lifecycle(Rule.RESET, Rule.UNTOUCHED, Rule.RESET, Rule.UNTOUCHED))
                        .saying(silent), BY_SYSTEM_CALL, ONE_CPU).keySet());
    }

    @Test
    void aTracerCannotReplaceASupervisorComponentWhateverTheLifecycleSays() {
        Stranger stranger = Stranger.supervisor(ON_RETURN)
                .living(new Lifecycle(Rule.KEEP, Rule.RESET, Rule.UNTOUCHED, Rule.REPLACE));
        assertEquals(Set.of("ptrace"), violated(stranger, BY_SYSTEM_CALL, ONE_CPU).keySet());
    }

    @Test
    void whatNobodyEnablesCannotBeUsed() {
        Map<String, Set<String>> violated = violated(Stranger.user(new RestorePolicy.Unused()),
                BY_INSTRUCTION, ONE_CPU);
        assertEquals(Happenings.ALL, violated.keySet());
        violated.values().forEach(claims -> assertEquals(Set.of("component_is_enabled"), claims));
    }

    /** An eager component whose author forgets the child: nothing but the text says what happens to it. */
    @Test
    void aCustomPolicyIsTheAuthorsText() {
        String parked = """
                token_t parked[NR_TASKS + NR_CPUS];
                on(u64, left_out_of_restore, stranger)(void) { return BIT_ULL(XFEATURE_STRANGER); }
                on(void, switch_to, stranger)(struct task_struct *next)
                {
                	if (is_user_task(current))
                		parked[task_number(current)] = read_reg(XFEATURE_STRANGER, 0);
                	if (is_user_task(next))
                		write_reg(XFEATURE_STRANGER, 0, parked[task_number(next)]);
                }
                on(void, flush_thread, stranger)(void) { set_reg(XFEATURE_STRANGER, INIT); }
                """;
        String inherited = """
                on(void, clone_state, stranger)(struct task_struct *dst, bool thread, token_t ssp)
                {
                	parked[task_number(dst)] = read_reg(XFEATURE_STRANGER, 0);
                }
                """;
        assertEquals(Set.of("fork", "thread"),
                violated(Stranger.supervisor(new RestorePolicy.Custom(parked)), BY_SYSTEM_CALL, ONE_CPU)
                        .keySet());
        assertEquals(Map.of(), violated(Stranger.supervisor(new RestorePolicy.Custom(parked + inherited)),
                BY_SYSTEM_CALL, ONE_CPU));
    }

    @Test
    void aGuestsComponentIsTheGuestsAlone() {
        String guest = """
                scenario(guest)
                {
                	cpu_profile("stranger");
                	kernel("6.18");
                	cpus(1);
                	features(STRANGER);
                	softirqs(1);
                	set(partial_images, false);
                	set(guest_state, true);
                }
                task(A)
                {
                	enter_kernel();
                	fpu_swap_kvm_fpstate(guest_fpstate(), true);
                	vcpu_enter_guest(true, XFEATURE_STRANGER, V1);
                	vcpu_enter_guest(false, XFEATURE_STRANGER, V1);
                	fpu_swap_kvm_fpstate(guest_fpstate(), false);
                	exit_to_user_mode();
                }
                task(B) { enter_kernel(); exit_to_user_mode(); }
                """;
        assertEquals(Map.of(), Happenings
                .violated(Stranger.supervisor(new RestorePolicy.GuestOnly()).load(guest)));
    }
}
