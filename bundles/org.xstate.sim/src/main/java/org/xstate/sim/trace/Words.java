package org.xstate.sim.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.model.ir.Program;
import org.xstate.model.link.Machine;
import org.xstate.model.type.Type;

/** Values as a kernel developer would write them. */
final class Words {

    private static final Pattern TASK = Pattern.compile("tasks\\[([0-9]+)](.*)");
    private static final String COMPONENT = "XFEATURE_";
    /** Values that every model has; those that programs write keep their names. */
    private static final List<String> SPECIAL = List.of("INIT", "KERNEL_INIT", "KERNEL_FPU", "POISON", "TORN",
            "ZERO");

    private final Machine machine;
    private final Program program;
    private final Objects objects;

    Words(Program program, Machine machine) {
        this.machine = machine;
        this.program = program;
        this.objects = new Objects(program, machine);
    }

    String value(Type type, long value) {
        return switch (type) {
            case Type.Bool _ -> Long.toString(value);
            case Type.Token _ -> token(value);
            case Type.Cpu _ -> value < 0 ? "none" : "CPU" + value;
            case Type.Enumeration enumeration -> enumeration.constants().stream()
                    .filter(constant -> constant.value().longValue() == value).map(Type.Constant::name)
                    .findFirst()
                    .map(name -> name.startsWith(COMPONENT) ? name.substring(COMPONENT.length()) : name)
                    .orElse(Long.toString(value));
            case Type.Pointer pointer -> pointer(pointer, value);
            case Type.Int integer when !integer.signed() && integer.bits() == 64 ->
                "0x" + Long.toHexString(value);
            default -> Long.toString(value);
        };
    }

    String token(long value) {
        if (value < 0 || value >= machine.tokens().size()) {
            return Long.toString(value);
        }
        String name = machine.tokens().get((int) value);
        return SPECIAL.contains(name) ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name;
    }

    private String pointer(Type.Pointer pointer, long value) {
        if (value == 0) {
            return "NULL";
        }
        boolean address = pointer.target() instanceof Type.Void
                || pointer.target() instanceof Type.Int integer && integer.bits() == 8
                || pointer.target() instanceof Type.Struct struct && program.components().stream()
                        .anyMatch(component -> component.struct().equals(struct.name()));
        if (address) {
            return objects.buffer(value).map(this::object).orElse("buffer") + " + "
                    + (value - 1) % Machine.BUFFER_BYTES;
        }
        return objects.of(pointer.target(), value).map(this::object).orElse(Long.toString(value));
    }

    /** {@code tasks[0].thread.fpu} is A's. */
    private String object(String name) {
        Matcher matcher = TASK.matcher(name);
        return matcher.matches() && (matcher.group(2).isEmpty() || matcher.group(2).equals(".thread.fpu"))
                ? task(Integer.parseInt(matcher.group(1)))
                : name;
    }

    /** The task's name, by its position in the pool; those behind the declared ones are the CPUs' idle tasks. */
    String task(int number) {
        if (number < program.tasks().size()) {
            return program.tasks().get(number).name();
        }
        return machine.cpus() > 1 ? "idle" + (number - program.tasks().size()) : "idle";
    }

    Optional<String> pointee(Type target, long pointer) {
        return objects.of(target, pointer);
    }

    /** Names of all objects of a type. */
    List<String> objects(Type type) {
        return objects.all(type);
    }
}
