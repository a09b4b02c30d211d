package org.xstate.layout.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;

/**
 * Whether an image saved on one CPU can be restored on another.
 *
 * @param xcr0       XCR0 of the target while it restores
 * @param xss        IA32_XSS of the target
 * @param verdict    the worst of all components
 * @param components one entry for each component of either CPU
 * @param findings   what a person has to know: what faults, what is lost, what only a rewrite makes right
 */
public record Migration(XFeatureMask xcr0, XFeatureMask xss, Verdict verdict, List<Component> components,
        List<Finding> findings) {

    /** From best to worst. */
    public enum Verdict {
        /** Byte for byte the same layout: the image can be taken over as it is. */
        SAME,
        /** Everything can be kept, but the bytes have to be moved to the target's layout. */
        REWRITE,
        /** A component in use cannot be kept; XRSTOR faults unless it is dropped, which loses it. */
        LOSES;

        /** The word used in output: {@code same}, {@code rewrite}, {@code loses}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A component in the two standard layouts. @param from empty if the source lacks it @param to empty if the target lacks it or has not enabled it */
    public record Component(int number, String name, boolean user, Optional<ComponentInfo> from,
            Optional<ComponentInfo> to, Verdict verdict) {
    }

    public Migration {
        components = List.copyOf(components);
        findings = List.copyOf(findings);
    }

    /**
     * @param from   the CPU that saved, with everything that it enumerates enabled
     * @param target the CPU that restores
     * @param xcr0   what is enabled there in XCR0
     * @param xss    what is enabled there in IA32_XSS
     */
    public static Migration check(XsaveCpu from, XsaveCpu target, XFeatureMask xcr0, XFeatureMask xss,
            FeatureCatalog catalog) {
        return new Checker(from, target, xcr0, xss, catalog).check();
    }

    private static final class Checker {
        private final XsaveCpu from;
        private final XsaveCpu target;
        private final XFeatureMask xcr0;
        private final XFeatureMask xss;
        private final FeatureCatalog catalog;
        private final List<Component> components = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Checker(XsaveCpu from, XsaveCpu target, XFeatureMask xcr0, XFeatureMask xss, FeatureCatalog catalog) {
            this.from = from;
            this.target = target;
            this.xcr0 = xcr0;
            this.xss = xss;
            this.catalog = catalog;
        }

        Migration check() {
            EnablingRules.xcr0(xcr0, target, catalog).forEach(refusal -> findings.add(Finding.error(
                    "migration-xcr0-refused",
                    "XSETBV of %s faults with #GP on the target: %s".formatted(xcr0, refusal.reason()))));
            if (!xss.isEmpty()) {
                EnablingRules.xss(xss, target)
                        .forEach(refusal -> findings.add(Finding.error("migration-xss-refused",
                                "WRMSR of IA32_XSS = %s faults with #GP on the target: %s".formatted(xss,
                                        refusal.reason()))));
            }
            for (int number : from.all().or(target.all()).components()) {
                component(number);
            }
            sizes();
            instructions();
            mxcsr();
            Verdict worst = components.stream().map(Component::verdict).reduce(Verdict.SAME,
                    (a, b) -> a.compareTo(b) >= 0 ? a : b);
            return new Migration(xcr0, xss, worst, components, findings);
        }

        private void component(int number) {
            boolean user = from.all().has(number) ? from.xcr0().has(number) : target.xcr0().has(number);
            Optional<ComponentInfo> source = from.all().has(number)
                    ? from.component(number)
                    : Optional.empty();
            boolean enabled = user ? xcr0.has(number) : xss.has(number);
            Optional<ComponentInfo> there = enabled ? target.component(number) : Optional.empty();
            String name = catalog.name(number);
            Verdict verdict = judge(number, user, source, there);
            components.add(new Component(number, name, user, source, there, verdict));
        }

        private Verdict judge(int number, boolean user, Optional<ComponentInfo> source,
                Optional<ComponentInfo> there) {
            String name = catalog.label(number);
            if (!from.all().has(number)) {
                return Verdict.SAME; // nothing to lose; the target initialises it
            }
            if (there.isEmpty()) {
                String why = target.all().has(number) ? "has not enabled" : "does not have";
                findings.add(Finding.warning("migration-component-lost",
                        "%s cannot be restored: the target %s it. With its XSTATE_BV bit set, %s faults with "
                                .formatted(name, why, user ? "XRSTOR" : "XRSTORS")
                                + "#GP; with the bit cleared, its state is lost")
                        .remedy("drop it only if the task does not use it, or hide it from the source"));
                return Verdict.LOSES;
            }
            ComponentInfo a = source.orElse(there.get());
            ComponentInfo b = there.get();
            if (a.size() != b.size()) {
                findings.add(Finding.warning("migration-size-differs",
                        "%s has %d bytes on the source and %d on the target".formatted(name, a.size(),
                                b.size()))
                        .remedy("compare contents up to the smaller size; do not copy the area as a whole"));
                return Verdict.REWRITE;
            }
            if (user && number > 1 && a.offset() != b.offset()) {
                findings.add(Finding.warning("migration-offset-differs",
                        "%s lies at %d on the source and at %d on the target: a copied standard image "
                                .formatted(name, a.offset(), b.offset())
                                + "would restore other bytes silently")
                        .remedy("rewrite the image: xstate convert FILE --to standard --cpu TARGET"));
                return Verdict.REWRITE;
            }
            return a.align64() == b.align64() || !target.features().xsavec() ? Verdict.SAME : Verdict.REWRITE;
        }

        private void sizes() {
            XFeatureMask common = from.xcr0().and(xcr0).and(target.xcr0());
            if (!from.undescribed(from.xcr0()).isEmpty() || !target.undescribed(common.or(xcr0)).isEmpty()) {
                return;
            }
            int source = XsaveLayout.standard(from, from.xcr0()).size();
            int there = XsaveLayout.standard(target, xcr0).size();
            if (source > there) {
                findings.add(Finding.warning("migration-area-larger",
                        "the source's standard area has %d bytes, the target's %d: a fixed buffer or a size check refuses it"
                                .formatted(source, there))
                        .value("source", source).value("target", there)
                        .remedy("level the guest's XCR0 down to what both have before it starts"));
            }
        }

        private void instructions() {
            if (from.features().xsavec() && !target.features().xsavec()) {
                findings.add(Finding.warning("migration-compacted-faults",
                        "the target has no XSAVEC: XRSTOR of a compacted image (XCOMP_BV != 0) faults with #GP there")
                        .remedy("convert to the standard format"));
            }
            if (from.features().xsaves() && !target.features().xsaves()) {
                findings.add(Finding.note("migration-no-xsaves",
                        "the target has no XSAVES: supervisor state cannot be restored with XRSTORS (#UD)"));
            }
        }

        private void mxcsr() {
            int extra = from.fpu().mxcsrMask() & ~target.fpu().mxcsrMask();
            if (extra != 0) {
                findings.add(Finding.warning("migration-mxcsr-reserved",
                        "MXCSR bits 0x%x may be set on the source and are reserved on the target: XRSTOR faults with #GP "
                                .formatted(extra) + "if a task has one set")
                        .remedy("clear them before the restore"));
            }
            if (target.fpu().pointersOnlyWithError() && !from.fpu().pointersOnlyWithError()) {
                findings.add(Finding.note("migration-x87-pointers",
                        "the target keeps FOP, FIP and FDP only while FSW.ES is set: the source's values are lost otherwise"));
            }
        }
    }
}
