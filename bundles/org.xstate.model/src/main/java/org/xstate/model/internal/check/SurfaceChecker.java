package org.xstate.model.internal.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.ast.Declaration;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.internal.Nearest;

/** The declarations that are macros of xstate.h to a C compiler. */
final class SurfaceChecker {

    private static final List<String> KEYWORDS = List.of("scenario", "task", "kernel_thread", "interrupt",
            "setup", "rule", "property", "knob", "knob_flag", "knob_range", "pool", "tokens", "buffer",
            "component", "DEFINE_PER_CPU", "DECLARE_PER_CPU", "hook", "on");

    private static final Set<String> BODIED = Set.of("scenario", "task", "kernel_thread", "interrupt",
            "setup",
            "rule", "on");

    private static final Set<String> WITH_PARAMETERS = Set.of("hook", "on");

    private final ProgramChecker program;
    private final KnobChecker knobs;
    private final MemoryChecker memory;
    private final BehaviourChecker behaviour;
    private final HookChecker hooks;

    SurfaceChecker(ProgramChecker program, Settings settings) {
        SurfaceArguments arguments = new SurfaceArguments(program);
        this.program = program;
        this.knobs = new KnobChecker(program, arguments, settings);
        this.memory = new MemoryChecker(program, arguments);
        this.behaviour = new BehaviourChecker(program, arguments, settings.scenario());
        this.hooks = new HookChecker(program, arguments, settings.scenario());
    }

    KnobChecker knobs() {
        return knobs;
    }

    HookChecker hooks() {
        return hooks;
    }

    /** @param owner the scenario that the declaration belongs to; without one it belongs to all */
    void check(Declaration.Surface surface, Optional<String> owner) {
        String keyword = surface.keyword();
        if (!KEYWORDS.contains(keyword)) {
            Diagnostic diagnostic = Diagnostic.error("no-such-declaration", surface.span(),
                    "no such declaration '" + keyword + "'");
            program.diagnostics.add(Nearest.to(keyword, KEYWORDS)
                    .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
            return;
        }
        boolean either = keyword.equals("property");
        if (!either && BODIED.contains(keyword) != surface.body().isPresent()) {
            program.error("syntax", surface.span(), "'" + keyword + "(...)' is followed by "
                    + (BODIED.contains(keyword) ? "statements in braces" : "';'"));
            return;
        }
        if (WITH_PARAMETERS.contains(keyword) != surface.parameters().isPresent()) {
            program.error("syntax", surface.span(), "'" + keyword + "(...)' "
                    + (surface.parameters().isPresent()
                            ? "takes no parameters"
                            : "is followed by parameters in parentheses"));
            return;
        }
        switch (keyword) {
            case "hook" -> hooks.hook(surface);
            case "on" -> hooks.part(surface, owner);
            case "scenario" -> behaviour.scenario(surface);
            case "knob" -> knobs.knob(surface);
            case "knob_flag" -> knobs.flag(surface);
            case "knob_range" -> knobs.range(surface);
            case "pool" -> memory.pool(surface);
            case "tokens" -> memory.tokens(surface);
            case "buffer" -> memory.buffer(surface);
            case "component" -> memory.component(surface);
            case "DEFINE_PER_CPU", "DECLARE_PER_CPU" -> memory.perCpu(surface);
            default -> behaviour.behaviour(surface, owner);
        }
    }
}
