package org.xstate.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When an operating system brings a component's registers up to date for a task. */
public sealed interface RestorePolicy {

    /** With the bulk of the state on return to user mode, deferred by TIF_NEED_FPU_LOAD. */
    record OnReturnToUser() implements RestorePolicy {
    }

    /** At the context switch itself, as Linux does for PKRU since 5.14. */
    record Eager() implements RestorePolicy {
    }

    /** Populated on demand by a trap handler. @param vector the exception's vector, 0 to 31: 13 is #GP, 7 is #NM */
    record OnTrap(int vector) implements RestorePolicy {
        public OnTrap {
            if (vector < 0 || vector > 31) {
                throw new IllegalArgumentException("exception vector " + vector + " is not in 0..31");
            }
        }
    }

    /** Outside the task's buffer, saved and restored by its own code, as Linux does for architectural LBR. */
    record Independent() implements RestorePolicy {
    }

    /** Only for guests of a hypervisor; the host never enables it for its own tasks. */
    record GuestOnly() implements RestorePolicy {
    }

    /** The operating system does not enable it. */
    record Unused() implements RestorePolicy {
    }

    /** Told in model C. @param source the text */
    record Custom(String source) implements RestorePolicy {
        public Custom {
            Objects.requireNonNull(source);
        }
    }

    /** The names of the policies that need no text of an author; of {@code on-trap} without its vector. */
    static List<String> names() {
        return List.of("on-return-to-user", "eager", "on-trap", "independent", "guest-only", "unused");
    }

    /**
     * The policy with that {@link #label()}. A scenario and a command line may write underscores for its hyphens, and
     * {@code on_trap:13} for {@code on-trap(13)}; there is none of the name {@code custom}, which would have no text.
     */
    static Optional<RestorePolicy> named(String label) {
        String plain = label.replace('_', '-');
        Matcher trap = Pattern.compile("on-trap(?:\\((\\d{1,2})\\)|:(\\d{1,2}))").matcher(plain);
        if (trap.matches()) {
            int vector = Integer.parseInt(trap.group(1) == null ? trap.group(2) : trap.group(1));
            return vector > 31 ? Optional.empty() : Optional.of(new OnTrap(vector));
        }
        return switch (plain) {
            case "on-return-to-user" -> Optional.of(new OnReturnToUser());
            case "eager" -> Optional.of(new Eager());
            case "independent" -> Optional.of(new Independent());
            case "guest-only" -> Optional.of(new GuestOnly());
            case "unused" -> Optional.of(new Unused());
            default -> Optional.empty();
        };
    }

    /** The name shown to people: {@code on-return-to-user}, {@code eager}, {@code on-trap(13)}... */
    default String label() {
        return switch (this) {
            case OnReturnToUser p -> "on-return-to-user";
            case Eager p -> "eager";
            case OnTrap p -> "on-trap(" + p.vector() + ")";
            case Independent p -> "independent";
            case GuestOnly p -> "guest-only";
            case Unused p -> "unused";
            case Custom p -> "custom";
        };
    }
}
