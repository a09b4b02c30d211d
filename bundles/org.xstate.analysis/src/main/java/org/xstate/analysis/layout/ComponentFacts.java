package org.xstate.analysis.layout;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.InitState;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * All that is known of a component of a CPU.
 *
 * @param number     0 to 62
 * @param name       the manual's
 * @param supervisor whether IA32_XSS switches it, not XCR0
 * @param enabled    whether its bit is set in the masks that were asked for
 * @param standard   offset in the standard format, in bytes; empty where it has no place in it
 * @param compacted  offset in the compacted format of what is enabled, in bytes; empty if it is not enabled
 * @param info       what CPUID says of it; empty where the source lacks its sub-leaf
 * @param init       its initial configuration, for people
 */
public record ComponentFacts(int number, String name, boolean supervisor, boolean enabled,
        OptionalInt standard,
        OptionalInt compacted, Optional<ComponentInfo> info, String init) {

    public ComponentFacts {
        Objects.requireNonNull(name);
        Objects.requireNonNull(standard);
        Objects.requireNonNull(compacted);
        Objects.requireNonNull(info);
        Objects.requireNonNull(init);
    }

    /** {@code XCR0[9]} or {@code XSS[11]}. */
    public String switchedBy() {
        return (supervisor ? "XSS[" : "XCR0[") + number + "]";
    }

    /** Those that the CPU enumerates and those that were asked for, by number; none for a CPU of which nothing is known. */
    public static List<ComponentFacts> of(CpuLayout entry, FeatureCatalog catalog) {
        if (entry.cpu().isEmpty()) {
            return List.of();
        }
        XsaveCpu cpu = entry.cpu().get();
        Formats formats = Formats.of(cpu, entry.xcr0(), entry.xss());
        XFeatureMask asked = entry.xcr0().or(entry.xss());
        return asked.or(cpu.all()).or(XFeatureMask.LEGACY).components().numbers().mapToObj(number -> {
            Optional<ComponentInfo> info = cpu.component(number);
            boolean supervisor = info.map(ComponentInfo::supervisor)
                    .orElse(entry.xss().has(number) || cpu.xss().has(number));
            return new ComponentFacts(number, catalog.name(number), supervisor, asked.has(number),
                    offset(formats.standard().placement(number)),
                    asked.has(number) || number < 2
                            ? offset(formats.compacted().placement(number))
                            : OptionalInt.empty(),
                    info, init(number, info, catalog));
        }).toList();
    }

    private static OptionalInt offset(Optional<Placement> placement) {
        return placement.map(one -> OptionalInt.of(one.offset())).orElseGet(OptionalInt::empty);
    }

    private static String init(int number, Optional<ComponentInfo> info, FeatureCatalog catalog) {
        if (number == 0) {
            return "FCW 037F, all empty";
        }
        if (number == 1) {
            return "0, MXCSR 1F80";
        }
        if (info.isEmpty() || catalog.provider(number).isEmpty()) {
            return "?";
        }
        byte[] hardware = catalog.hardwareInit(number, info.get().size());
        byte[] kernel = catalog.provider(number).get().initState()
                .kernel(InitState.Context.ofSize(info.get().size()));
        String text = value(hardware);
        return Arrays.equals(hardware, kernel) ? text : text + ", in Linux " + value(kernel);
    }

    /** As one number, hexadecimal, the first byte lowest. */
    private static String value(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        byte[] big = new byte[end];
        for (int i = 0; i < end; i++) {
            big[i] = bytes[end - 1 - i];
        }
        return end == 0 ? "0" : HexFormat.of().withUpperCase().formatHex(big);
    }
}
