package org.xstate.sim.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.xstate.api.ModelText;
import org.xstate.model.Compilation;
import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.diagnostic.DiagnosticText;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linked;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Outcome;
import org.xstate.sim.library.ImageMap;
import org.xstate.sim.library.Library;
import org.xstate.sim.library.Part;

/** The processor as the library's text has it, called function by function through the interpreter. */
final class ModelSide {

    static final int IMAGES = 3;
    /** Bytes of an image that a copy can reach. */
    static final int MOST_BYTES = Machine.BUFFER_BYTES - 1;

    private static final Set<String> CALLED = Set.of("insn_xsave", "insn_xsaveopt", "insn_xsavec",
            "insn_xsaves", "insn_xrstor", "insn_xrstors", "write_reg", "init_reg", "write_xfd",
            "read_xfd_err",
            "write_part", "xstate_memcpy", "xstate_memset", "init_image", "xstate_poison", "xinuse",
            "read_part", "xstate_offset",
            "xrstor_interrupted", "xstate_free");

    private final Machine machine;
    private final Interpreter interpreter;
    private final Map<String, Integer> slots = new HashMap<>();
    private final ImageMap map;
    long[] state;

    /** @param edit of every hardware file, to plant errors */
    ModelSide(Setup setup, UnaryOperator<String> edit) {
        Library library = setup.library();
        map = library.map();
        List<String> hardware = library.hardware().stream().map(ModelText::name).toList();
        Map<String, String> texts = new TreeMap<>();
        for (String name : hardware) {
            texts.put(name, edit.apply(library.files().text(name).orElseThrow()));
        }
        texts.put("images.c",
                "struct xregs_state image0;\nstruct xregs_state image1;\nstruct xregs_state image2;\n");
        SourceFiles files = SourceFiles.of(texts);
        Compilation compilation = ModelCompiler.compile(files, "images.c",
                new CompileOptions(Optional.empty(), Optional.empty(), setup.knobs(), hardware));
        Linked linked = Linker.link(compilation.program().orElseThrow(
                () -> new AssertionError(new DiagnosticText(files).render(compilation.diagnostics()))),
                new LinkOptions(1, true, CALLED));
        machine = linked.machine().orElseThrow(
                () -> new AssertionError(new DiagnosticText(files).render(linked.diagnostics())));
        for (int i = 0; i < machine.slots().size(); i++) {
            slots.put(machine.slots().get(i).name(), i);
        }
        interpreter = new Interpreter(machine);
        reset();
    }

    /** Registers initial, nothing known of memory. */
    void reset() {
        state = interpreter.beforeSetups();
        for (int image = 0; image < IMAGES; image++) {
            state = only("xstate_poison", pointer(image)).to();
        }
    }

    ImageMap map() {
        return map;
    }

    List<String> tokens() {
        return machine.tokens();
    }

    String claim(int number) {
        return machine.claims().get(number).name();
    }

    int token(String name) {
        return machine.tokens().indexOf(name);
    }

    static long pointer(int image) {
        return image + 1;
    }

    static long address(int image, int offset) {
        return 1L + (long) image * Machine.BUFFER_BYTES + offset;
    }

    /** Every way through a function, from the state at hand, which does not change. */
    List<Outcome> call(String function, long... arguments) {
        return interpreter.call(function, 0, state, arguments);
    }

    /** The only way through a function. */
    Outcome only(String function, long... arguments) {
        List<Outcome> outcomes = call(function, arguments);
        if (outcomes.size() != 1 || outcomes.getFirst().failure().isPresent()) {
            throw new AssertionError(function + " has " + outcomes.size() + " outcomes, the first with "
                    + outcomes.stream().findFirst().flatMap(Outcome::failure));
        }
        return outcomes.getFirst();
    }

    private int slot(String name) {
        return Optional.ofNullable(slots.get(name)).orElseThrow(() -> new AssertionError(
                "no slot " + name + " among "
                        + slots.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }

    static int register(ModelSide side, long[] state, Part part) {
        return (int) state[side.slot("per_cpu(fpregs, 0).part[" + part.number() + "]")];
    }

    long header(long[] from, int image, String member) {
        return from[slot("image" + image + ".header." + member)];
    }

    void setHeader(int image, String member, long value) {
        state[slot("image" + image + ".header." + member)] = value;
    }

    int piece(long[] from, int image, int cell) {
        return (int) from[slot("image" + image + ".cells[" + cell + "].piece")];
    }

    int value(long[] from, int image, int cell) {
        return (int) from[slot("image" + image + ".cells[" + cell + "].value")];
    }
}
