package org.xstate.formats.internal.cpuid;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidRegisters;

/**
 * The tracepoint kvm:kvm_cpuid, as ftrace, trace-cmd or perf print it: what guests were told, one part for each thread.
 * {@code idx} is ECX on entry, whatever the guest left in it, so it is a sub-leaf only where the leaf has sub-leaves;
 * kernels before 5.7 do not print it.
 */
final class KvmTrace implements CpuidTextFormat {

    /** Leaves that depend on ECX (SDM volume 2, CPUID; APM volume 3, appendix E). */
    private static final Set<Integer> WITH_SUBLEAVES = Set.of(0x4, 0x7, 0xb, 0xd, 0xf, 0x10, 0x12, 0x14, 0x17,
            0x18,
            0x1b, 0x1d, 0x1e, 0x1f, 0x20, 0x23, 0x24, 0x29, 0x8000001d, 0x80000020, 0x80000026);
    private static final String WORD = "\\s+([0-9a-f]{1,16})";

    @Override
    public String name() {
        return "KVM trace";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("kvm_cpuid: func");
    }

    @Override
    public LineReader reader(Parts parts) {
        Pattern data = Pattern
                .compile("kvm_cpuid: func\\s+([0-9a-f]{1,8})(?:\\s+idx\\s+([0-9a-f]{1,8}))?\\s+rax" + WORD
                        + "\\s+rbx" + WORD + "\\s+rcx" + WORD + "\\s+rdx" + WORD + "(?![0-9a-f])(.*)");
        Pattern thread = Pattern.compile("\\s*(\\S.*?)\\s+\\[\\d+\\]");
        return (number, line) -> {
            if (!line.contains("kvm_cpuid: func")) {
                return Kind.OTHER;
            }
            Matcher matcher = data.matcher(line);
            if (!matcher.find()) {
                return parts.defect(number, line,
                        "a kvm_cpuid line has func, perhaps idx, and four registers");
            }
            Matcher who = thread.matcher(line);
            Part part = parts.named(who.lookingAt() ? who.group(1).replaceAll("\\s+", " ") : "");
            part.lastWins();
            if (matcher.group(7).contains("used max basic")) {
                part.finding(Finding.note("kvm-cpuid-max-basic",
                        "func %s has no entry: KVM answered with the highest basic leaf, and the line was left out"
                                .formatted(matcher.group(1)))
                        .at("line " + number));
                return Kind.DATA;
            }
            int leaf = Hex.word(matcher, 1);
            part.put(number, leaf, subleaf(leaf, matcher),
                    new CpuidRegisters(low(matcher, 3), low(matcher, 4),
                            low(matcher, 5), low(matcher, 6)));
            return Kind.DATA;
        };
    }

    private static OptionalInt subleaf(int leaf, Matcher matcher) {
        if (!WITH_SUBLEAVES.contains(leaf)) {
            return OptionalInt.of(0);
        }
        return matcher.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Hex.word(matcher, 2));
    }

    /** The tracepoint prints 64-bit registers; CPUID clears their upper halves. */
    private static int low(Matcher matcher, int group) {
        return (int) Long.parseUnsignedLong(matcher.group(group), 16);
    }
}
