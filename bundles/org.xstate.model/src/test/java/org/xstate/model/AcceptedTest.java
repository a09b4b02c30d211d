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
            u8 buffer[64];
            task(A)
            {
            	u8 copy[64];
            	void *p = &buffer[0];

            	reg = V1;
            	canon = reg;
            	p = p + 8;
            	memcpy(&copy[0], p, sizeof(u64));
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
            """, """
            enum color { RED, BLUE = 5 };
            struct s { u8 width : 2; };
            struct s s;
            enum color c;
            rule(any) { s.width = __VERIFIER_nondet_int(); c = __VERIFIER_nondet_uint(); }
            """);

    @ParameterizedTest
    @FieldSource("ACCEPTED")
    void isAcceptedWithoutErrors(String text) {
        assertEquals(List.of(), Models.compile(text).diagnostics().stream().filter(one -> one.isError())
                .map(Models::line).toList());
    }
}
