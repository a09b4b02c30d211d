package org.xstate.analysis.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.EnablingRules;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * Bits of XCR0 and IA32_XSS of a CPU, switched one at a time by somebody who does not want to think of those that have to
 * change with them.
 */
public final class EnablingSwitch {

    private static final String XCR0_RULES = "SDM volume 1, section 13.3";

    private final XsaveCpu cpu;
    private final FeatureCatalog catalog;

    public EnablingSwitch(XsaveCpu cpu, FeatureCatalog catalog) {
        this.cpu = cpu;
        this.catalog = catalog;
    }

    /**
     * What comes of switching.
     *
     * @param value     the register's new value; the old one if the bit cannot be switched
     * @param sentences what else was switched and by which rule, or why nothing was; empty if there is nothing to say
     */
    public record Outcome(XFeatureMask value, List<String> sentences) {
        public Outcome {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * Switches a component of a laid-out CPU in the register that has its bit. What there is to say about it is added to the
     * findings.
     */
    static CpuLayout switched(CpuLayout entry, int component, boolean on, FeatureCatalog catalog) {
        if (entry.cpu().isEmpty()) {
            return entry;
        }
        boolean supervisor = isSupervisor(component, entry.cpu().get(), catalog);
        Outcome outcome = new EnablingSwitch(entry.cpu().get(), catalog)
                .switched(supervisor ? entry.xss() : entry.xcr0(), component, on);
        boolean refused = outcome.value().has(component) != on;
        List<Finding> findings = new ArrayList<>(entry.findings());
        outcome.sentences().forEach(sentence -> findings.add(refused
                ? Finding.error("layout-switch-refused", sentence)
                : Finding.note("layout-switched", sentence)));
        CpuLayout laid = supervisor
                ? entry.with(entry.xcr0(), outcome.value())
                : entry.with(outcome.value(), entry.xss());
        return new CpuLayout(laid.label(), laid.name(), laid.identity(), laid.cpu(), laid.xcr0(), laid.xss(),
                laid.layout(), findings);
    }

    /** Whether IA32_XSS has the component's bit: what the CPU says, else what plugins say. */
    public static boolean isSupervisor(int component, XsaveCpu cpu, FeatureCatalog catalog) {
        return cpu.xss().has(component) || !cpu.xcr0().has(component)
                && catalog.descriptor(component).filter(one -> !one.isUser()).isPresent();
    }

    /** Switches a bit in the register that has it. @param before that register's value */
    public Outcome switched(XFeatureMask before, int component, boolean on) {
        if (isSupervisor(component, cpu, catalog)) {
            return xss(before, component, on);
        }
        return on ? setXcr0(before, component) : clearXcr0(before, component);
    }

    /** Sets a bit of XCR0 with all that it needs, and clears what excludes it. */
    public Outcome setXcr0(XFeatureMask before, int bit) {
        List<String> sentences = new ArrayList<>();
        XFeatureMask now = before;
        List<Integer> open = new ArrayList<>(List.of(bit));
        while (!open.isEmpty()) {
            int next = open.removeFirst();
            now = now.with(next);
            Optional<XFeatureDescriptor> feature = catalog.descriptor(next)
                    .filter(XFeatureDescriptor::isUser);
            if (feature.isEmpty()) {
                continue;
            }
            XFeatureMask needed = feature.get().requires().andNot(now);
            if (!needed.isEmpty()) {
                sentences.add("%s set too: %s needs %s".formatted(names(needed), name(next),
                        needed.count() == 1 ? "it" : "them"));
            }
            XFeatureMask group = feature.get().together().andNot(now).andNot(needed);
            if (!group.isEmpty()) {
                sentences.add("%s set too: %s are set or clear together".formatted(names(group),
                        names(feature.get().together())));
            }
            XFeatureMask excluded = feature.get().conflicts().and(now);
            if (!excluded.isEmpty()) {
                sentences
                        .add("%s cleared: never set together with %s".formatted(names(excluded), name(next)));
            }
            now = now.andNot(excluded).or(needed).or(group);
            needed.or(group).numbers().forEach(open::add);
        }
        return judged(before, now, sentences);
    }

    /** Clears a bit of XCR0 with all that need it. */
    public Outcome clearXcr0(XFeatureMask before, int bit) {
        Optional<XFeatureDescriptor> first = catalog.descriptor(bit);
        if (first.filter(one -> one.isUser() && one.alwaysOn()).isPresent()) {
            return new Outcome(before, List.of(
                    "%s stays set: XSETBV with it clear faults with #GP(0) (%s)".formatted(name(bit),
                            XCR0_RULES)));
        }
        List<String> sentences = new ArrayList<>();
        XFeatureMask now = before;
        List<Integer> open = new ArrayList<>(List.of(bit));
        while (!open.isEmpty()) {
            int next = open.removeFirst();
            now = now.without(next);
            XFeatureMask left = now;
            XFeatureMask needing = mask(left.numbers().filter(other -> catalog.descriptor(other)
                    .filter(one -> one.isUser() && one.requires().has(next)).isPresent()).toArray());
            if (!needing.isEmpty()) {
                sentences.add("%s cleared too: %s %s".formatted(names(needing),
                        needing.count() == 1 ? "it needs" : "they need", name(next)));
            }
            XFeatureMask together = catalog.descriptor(next).filter(XFeatureDescriptor::isUser)
                    .map(XFeatureDescriptor::together).orElse(XFeatureMask.NONE);
            XFeatureMask group = together.and(now).andNot(needing);
            if (!group.isEmpty()) {
                sentences.add("%s cleared too: %s are set or clear together".formatted(names(group),
                        names(together)));
            }
            now = now.andNot(needing).andNot(group);
            needing.or(group).numbers().forEach(open::add);
        }
        return judged(before, now, sentences);
    }

    private Outcome judged(XFeatureMask before, XFeatureMask now, List<String> sentences) {
        List<EnablingRules.Refusal> refusals = EnablingRules.xcr0(now, cpu, catalog);
        if (refusals.isEmpty()) {
            return new Outcome(now,
                    sentences.stream().map(one -> one + " (" + XCR0_RULES + ")").toList());
        }
        List<String> why = new ArrayList<>();
        refusals.forEach(refusal -> why.add("XSETBV of XCR0 = %s faults with #GP(0): %s".formatted(now,
                refusal.reason())));
        return new Outcome(before, why);
    }

    /** Switches a bit of IA32_XSS; no bit of it depends on another. */
    public Outcome xss(XFeatureMask before, int bit, boolean on) {
        XFeatureMask now = on ? before.with(bit) : before.without(bit);
        List<EnablingRules.Refusal> refusals = now.isEmpty() ? List.of() : EnablingRules.xss(now, cpu);
        if (refusals.isEmpty()) {
            return new Outcome(now, List.of());
        }
        return new Outcome(before, refusals.stream()
                .map(refusal -> "WRMSR of IA32_XSS = %s faults with #GP(0): %s".formatted(now,
                        refusal.reason()))
                .toList());
    }

    private static XFeatureMask mask(int... numbers) {
        return XFeatureMask.of(numbers);
    }

    private String name(int number) {
        return "%s (bit %d)".formatted(catalog.name(number), number);
    }

    private String names(XFeatureMask mask) {
        return mask.numbers().mapToObj(this::name).collect(Collectors.joining(", "));
    }
}
