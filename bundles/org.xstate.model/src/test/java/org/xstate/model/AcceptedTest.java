package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AcceptedTest {

    /** One text per feature of the language. */
    static final List<String> ACCEPTED = List.of("""
            #define ONE 1
            #define TWO (ONE + 1)
            int a[TWO];
            int f(int x) { return a[x] * TWO; }
            """, """
            enum xfeature { FP, SSE, YMM, PKRU = 9, LAST = PKRU + 1 };
            struct flags { u8 x : 3; unsigned int y : 1; bool z : 1; enum xfeature f; };
            typedef struct flags flags_t;
            flags_t g = { .x = 7, .f = PKRU };
            const u32 table[4] = { 1, 2, [3] = 4 };
            """, """
            int gcd(int a, int b)
            {
            	while (b) {
            		int t = a % b;

            		a = b;
            		b = t;
            	}
            	return a;
            }
            """, """
            static inline u64 mask(u64 x, unsigned int n)
            {
            	x <<= n; x >>= 1; x &= ~BIT_ULL(3); x |= BIT(2); x ^= 0xffULL;
            	x += 1; x -= 2; x *= 3; x /= 4; x %= 5;
            	x++; --x;
            	return n > 3 && x != 0 || !n ? x : (u64)n;
            }
            """, """
            int retry(int n)
            {
            	int i;

            again:
            	for (i = 0; i < n; i++) {
            		if (i == 3)
            			continue;
            		if (i == 5)
            			break;
            	}
            	do {
            		n--;
            	} while (n > 10);
            	if (n > 5)
            		goto again;
            	else if (n < 0)
            		goto out;
            	n = 1;
            out:
            	return n;
            }
            """, """
            enum e { A, B, C, D };
            int pick(enum e x)
            {
            	switch (x) {
            	case A:
            	case B:
            		return 1;
            	case C:
            		x = D;
            		fallthrough;
            	default:
            		break;
            	}
            	return x;
            }
            """, """
            struct fpu { u64 xfeatures; cpu_t last_cpu; };
            struct task_struct { struct fpu fpu; struct task_struct *parent; bool tif; };
            pool(struct task_struct, tasks, 3);
            DEFINE_PER_CPU(struct fpu *, fpu_fpregs_owner_ctx);
            DEFINE_PER_CPU(bool, in_kernel_fpu);
            bool valid(struct fpu *fpu)
            {
            	return this_cpu_read(fpu_fpregs_owner_ctx) == fpu && fpu->last_cpu == smp_processor_id();
            }
            task(A)
            {
            	struct task_struct *t = choose_from(tasks);

            	if (t == NULL || t->parent == &tasks[0])
            		return;
            	this_cpu_write(in_kernel_fpu, true);
            	per_cpu(in_kernel_fpu, t->fpu.last_cpu) = false;
            	current->tif = valid(&current->fpu);
            	t->fpu.last_cpu = NO_CPU;
            	assert(exists(o, tasks, o->tif) || forall(o, tasks, !o->tif));
            }
            """, """
            tokens(V1, V2);
            token_t reg;
            ghost token_t canon;
            enum xfeature { XFEATURE_PKRU = 9 };
            struct header { u64 xfeatures; };
            struct xregs_state { struct header header; token_t cells[4]; };
            struct pkru_state { token_t value; };
            buffer(struct xregs_state);
            component(struct pkru_state, XFEATURE_PKRU);
            struct xregs_state image;
            token_t read_part(void *p, enum xfeature f, int part)
            {
            	return buffer_of(p)->cells[f - XFEATURE_PKRU + part + offset_of(p) / 8];
            }
            void write_part(void *p, enum xfeature f, int part, token_t v)
            {
            	buffer_of(p)->cells[f - XFEATURE_PKRU + part + offset_of(p) / 8] = v;
            }
            void xstate_memcpy(void *to, void *from, int bytes)
            {
            	assume(to != from && bytes > 0);
            }
            void xstate_memset(void *to, int octet, int bytes)
            {
            	assume(to && octet == 0 && bytes > 0);
            }
            int xstate_size(enum xfeature f) { return f == XFEATURE_PKRU ? 8 : 0; }
            task(A)
            {
            	void *p = &image;
            	struct xregs_state *x = buffer_of(p);
            	struct pkru_state *pkru = p + 8;
            	u64 *bits = &x->header.xfeatures;

            	reg = V1;
            	canon = reg;
            	p = p + 8;
            	*bits |= BIT_ULL(XFEATURE_PKRU);
            	pkru->value = reg;
            	canon = ((struct pkru_state *)p)->value;
            	memcpy(&image, p, sizeof(struct pkru_state));
            	memset(p, 0, 8);
            	atomic {
            		reg = reg == V1 ? V2 : V1;
            	}
            	__VERIFIER_atomic_begin();
            	canon = reg;
            	__VERIFIER_atomic_end();
            	interleave();
            	cover("the end");
            	__VERIFIER_assert(canon == reg);
            }
            """, """
            struct task_struct { int n; };
            struct task_struct init;
            hook(void, switch_to)(struct task_struct *prev, struct task_struct *next);
            hook(bool, fixup)(int vector);
            hook(u64, left_out)(void);
            void schedule(struct task_struct *prev)
            {
            	switch_to(prev, &init);
            	if (fixup(13) && left_out() & BIT_ULL(9))
            		init.n = 0;
            }
            on(void, switch_to, pkru)(struct task_struct *prev, struct task_struct *next)
            {
            	prev->n = next->n;
            }
            on(void, switch_to, amx)(struct task_struct *prev, struct task_struct *next) { }
            on(bool, fixup, pasid)(int vector) { return vector == 13; }
            on(u64, left_out, pkru)(void) { return BIT_ULL(9); }
            rule(switches) { schedule(&init); }
            """, """
            knob(publish, PUBLISH_TIF, PUBLISH_XRSTOR, PUBLISH_WR);
            knob_flag(fix_owner, kernel_version() >= KERNEL_VERSION(5, 14, 0));
            knob_range(N, 1, 4, 2);
            typedef range(0, N) count_t;
            count_t n[N];
            scenario(s)
            {
            	cpu_profile("sapphire-rapids");
            	kernel("6.16");
            	cpus(2);
            	features(PKRU, PASID);
            	set(publish, PUBLISH_WR);
            }
            rule(step)
            {
            	int i = choose(0, N - 1);
            	bool b = __VERIFIER_nondet_bool();
            	u8 c = __VERIFIER_nondet_uchar();

            	__VERIFIER_assume(n[i] < N && b && c < 3);
            	if (publish == PUBLISH_WR && fix_owner)
            		n[i] += 1;
            }
            property(bounded, "no counter exceeds N") { return n[0] <= 4; }
            """,
            """
                    enum color { RED, BLUE = 5 };
                    extern int later;
                    static __always_inline int now(void __user *p) { return p ? later : 0; }
                    int later = 2;
                    extern int later;
                    struct s { u8 width : 2; };
                    struct s s;
                    enum color c;
                    rule(any) { s.width = __VERIFIER_nondet_int(); c = __VERIFIER_nondet_uint(); assume(now(NULL) == 0); }
                    """,
            """
                    enum xfeature { XFEATURE_PKRU = 9, XFEATURE_PASID };
                    enum continuation { CONT_NONE, CONT_SWITCH };
                    struct task_struct { bool kernel; bool need_resched; cpu_t last_cpu; };
                    pool(struct task_struct, tasks, NR_TASKS + NR_CPUS);
                    DEFINE_PER_CPU(struct task_struct *, current_task);
                    DEFINE_PER_CPU(int, count);
                    property(counted, "an interrupt was counted");
                    static bool runs(struct task_struct *t)
                    {
                    	return exists(c, cpus, per_cpu(current_task, c) == t);
                    }
                    property(somewhere, "a task runs somewhere") { return exists(t, tasks, runs(t)); }
                    setup(boot)
                    {
                    	cpu_t c = choose_cpu();

                    	per_cpu(current_task, c) = &tasks[0];
                    	tasks[0].kernel = KERNEL_THREADS & 1;
                    	tasks[0].last_cpu = choose_from(cpus);
                    }
                    interrupt(softirq, 1, SOFTIRQS && this_cpu_read(count) < 2)
                    {
                    	this_cpu_write(count, this_cpu_read(count) + 1);
                    	require(counted, this_cpu_read(count) > 0);
                    }
                    interrupt(preempt, 0, current->need_resched) { current->need_resched = false; }
                    scenario(one)
                    {
                    	cpus(2);
                    	softirqs(1); hardirqs(1); nmis(0); operations(3); migrations(1);
                    	features(PKRU);
                    	continuations(CONT_NONE, CONT_SWITCH);
                    	expect_violation("counted");
                    	policy(PKRU, on_return_to_user); policy(PKRU, on_trap, 13);
                    }
                    task(A) { expect(FEATURES & BIT_ULL(XFEATURE_PKRU)); }
                    kernel_thread(K) { expect(CONTINUATIONS & BIT(CONT_SWITCH)); }
                    scenario(two) { }
                    task(A) { expect(HARDIRQS + NMIS + OPERATIONS + MIGRATIONS == 0); }
                    """);

    @ParameterizedTest
    @FieldSource("ACCEPTED")
    void isAcceptedWithoutErrors(String text) {
        assertEquals(List.of(), Models.compile(text).diagnostics().stream().filter(one -> one.isError())
                .map(Models::line).toList());
    }
}
