package org.xstate.model.index;

import java.util.List;
import java.util.Map;

import org.xstate.model.diagnostic.SourceFiles;

/** Small texts for tests; a bar marks a place and is no part of the text. */
record Indexed(SourceIndex index, String text, int caret) {

    static final String LIBRARY = """
            /* what has to hold */
            property(no_bug, "no assertion of the kernel fails");

            enum tif { TIF_NEED_FPU_LOAD, TIF_SIGPENDING };
            enum xfeature { XFEATURE_PKRU = 9, XFEATURE_PASID = 10 };
            enum continuation { CONT_NONE, CONT_SWITCH };
            struct fpu { cpu_t last_cpu; /* where it ran last */ };
            struct thread { struct fpu fpu; };
            struct task_struct { struct thread thread; bool need_fpu_load; };
            pool(struct task_struct, tasks, NR_TASKS);
            DEFINE_PER_CPU(struct fpu *, fpu_fpregs_owner_ctx);
            /* 59f5ede3bc0f, 5.18: no kernel FPU in a hard interrupt (CVE-2099-0001) */
            knob_flag(checks_softirqs, kernel_version() >= KERNEL_VERSION(5, 18, 0));
            knob(preemption, PREEMPT_FULL, PREEMPT_NONE);
            hook(void, switch_to)(struct task_struct *next);
            /* Takes the registers. */
            void fpregs_lock(void) { interleave(); }
            void fpregs_unlock(void) { interleave(); }
            bool fpregs_live(struct task_struct *tsk) { return !tsk->need_fpu_load; }
            """;

    static Indexed of(String marked) {
        int caret = Math.max(0, marked.indexOf('|'));
        String text = marked.replaceFirst("\\|", "");
        SourceFiles files = SourceFiles.of(Map.of("kernel/core.c", LIBRARY, "main.c", text));
        return new Indexed(SourceIndex.of(files, List.of("kernel/core.c"), "main.c", new SourceIndex.Cache()),
                text,
                caret);
    }

    /** What is declared by the name at the place. */
    Symbol definition() {
        return index.definition("main.c", caret).orElseThrow();
    }

    List<String> proposals() {
        return Completion
                .at(index, "main.c", caret, new Completion.Vocabulary(List.of("zen3"), List.of("6.16"),
                        List.of("eager")))
                .stream().map(Proposal::text).toList();
    }

    List<String> unknown() {
        return index.unknown("main.c").stream().map(Occurrence::name).toList();
    }
}
