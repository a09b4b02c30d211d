package org.xstate.layout.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.Migration.Verdict;

/** Judges a move from one CPU to another; see {@link Migration#check}. */
final class MigrationChecks {

    /** Bytes of KVM_GET_XSAVE's structure, and of buffers that tools size by a page. */
    private static final int PAGE = 4096;

    private final XsaveCpu from;
    private final XsaveCpu target;
    private final XFeatureMask xcr0;
    private final XFeatureMask xss;
    private final FeatureCatalog catalog;
    private final List<Migration.Component> components = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    MigrationChecks(XsaveCpu from, XsaveCpu target, XFeatureMask xcr0, XFeatureMask xss,
            FeatureCatalog catalog) {
        this.from = from;
        this.target = target;
        this.xcr0 = xcr0;
        this.xss = xss;
        this.catalog = catalog;
    }

    Migration check() {
        registers();
        for (int number : from.all().or(target.all()).components()) {
            component(number);
        }
        sizes();
        compacted();
        legacy();
        Verdict worst = components.stream().map(Migration.Component::verdict).reduce(Verdict.SAME,
                (a, b) -> a.compareTo(b) >= 0 ? a : b);
        return new Migration(xcr0, xss, worst, components, findings);
    }

    private void registers() {
        EnablingRules.xcr0(xcr0, target, catalog)
                .forEach(refusal -> findings.add(Finding.error("migration-xcr0-refused",
                        "XSETBV of %s faults with #GP on the target: %s".formatted(xcr0, refusal.reason()))));
        if (!xss.isEmpty()) {
            EnablingRules.xss(xss, target)
                    .forEach(refusal -> findings.add(Finding.error("migration-xss-refused",
                            "WRMSR of IA32_XSS = %s faults with #GP on the target: %s".formatted(xss,
                                    refusal.reason()))));
        }
    }

    private void component(int number) {
        boolean user = from.all().has(number) ? from.xcr0().has(number) : target.xcr0().has(number);
        Optional<ComponentInfo> source = from.all().has(number) ? from.component(number) : Optional.empty();
        Optional<ComponentInfo> there = enabled(number, user) ? target.component(number) : Optional.empty();
        Verdict verdict = from.all().has(number)
                ? judge(number, user, source, there)
                // nothing to lose; the target initialises it
                : Verdict.SAME;
        components.add(new Migration.Component(number, catalog.name(number), user, source, there, verdict));
    }

    private boolean enabled(int number, boolean user) {
        return user
                ? xcr0.has(number) && target.xcr0().has(number)
                : xss.has(number) && target.xss().has(number);
    }

    private Verdict judge(int number, boolean user, Optional<ComponentInfo> source,
            Optional<ComponentInfo> there) {
        String name = catalog.label(number);
        if (!enabled(number, user)) {
            return lost(name, user, number);
        }
        if (source.isEmpty() || there.isEmpty()) {
            findings.add(Finding.warning("migration-size-unknown",
                    "%s exists on both, but the %s does not tell its size and place: whether it can move is not known"
                            .formatted(name, source.isEmpty() ? "source's CPUID" : "target's CPUID"))
                    .remedy("record leaf 0DH with all its sub-leaves"));
            return Verdict.LOSES;
        }
        return place(name, user && number > 1, source.get(), there.get());
    }

    private Verdict lost(String name, boolean user, int number) {
        boolean otherKind = user ? target.xss().has(number) : target.xcr0().has(number);
        String why = otherKind
                ? "switches it with " + (user ? "IA32_XSS" : "XCR0")
                : target.all().has(number) ? "has not enabled it" : "does not have it";
        findings.add(Finding.warning("migration-component-lost",
                "%s cannot be restored: the target %s. With its XSTATE_BV bit set, %s faults with ".formatted(
                        name,
                        why, user ? "XRSTOR" : "XRSTORS") + "#GP; with the bit cleared, its state is lost")
                .remedy("drop it only if the task does not use it, or hide it from the source"));
        return Verdict.LOSES;
    }

    private Verdict place(String name, boolean standard, ComponentInfo a, ComponentInfo b) {
        if (a.size() != b.size()) {
            findings.add(Finding.warning("migration-size-differs",
                    "%s has %d bytes on the source and %d on the target".formatted(name, a.size(), b.size())
                            + (standard && a.offset() != b.offset()
                                    ? ", at %d on the source and at %d on the target".formatted(a.offset(),
                                            b.offset())
                                    : ""))
                    .value("source", a.size()).value("target", b.size())
                    .remedy("compare contents up to the smaller size; do not copy the area as a whole"));
            return Verdict.REWRITE;
        }
        if (standard && a.offset() != b.offset()) {
            findings.add(Finding.warning("migration-offset-differs",
                    "%s lies at %d on the source and at %d on the target: a copied standard image "
                            .formatted(name, a.offset(), b.offset()) + "would restore other bytes silently")
                    .value("source", a.offset()).value("target", b.offset())
                    .remedy("rewrite the image: xstate convert FILE --to standard --cpu TARGET"));
            return Verdict.REWRITE;
        }
        if (a.align64() != b.align64() && from.features().xsavec() && target.features().xsavec()) {
            findings.add(Finding.warning("migration-alignment-differs",
                    "%s is aligned to 64 bytes in the compacted format on the %s only: it and what follows lie elsewhere"
                            .formatted(name, a.align64() ? "source" : "target"))
                    .remedy("convert to the standard format"));
            return Verdict.REWRITE;
        }
        return Verdict.SAME;
    }

    private void sizes() {
        if (!from.undescribed(from.xcr0()).isEmpty()) {
            return;
        }
        int source = XsaveLayout.standard(from, from.xcr0()).size();
        if (source > PAGE) {
            StringJoiner beyond = new StringJoiner(", ");
            from.components().values().stream().filter(info -> !info.supervisor() && info.end() > PAGE)
                    .forEach(info -> beyond.add(catalog.name(info.number())));
            findings.add(Finding.note("migration-area-over-page",
                    "the source's standard area has %d bytes: buffers of 4096 bytes (KVM_GET_XSAVE, tools that take a page) "
                            .formatted(source) + "cut off " + beyond)
                    .value("source", source)
                    .remedy("use KVM_GET_XSAVE2 and size buffers by CPUID.(EAX=0DH,ECX=0)"));
        }
        XFeatureMask there = xcr0.and(target.xcr0());
        if (!target.undescribed(there).isEmpty()) {
            return;
        }
        int room = XsaveLayout.standard(target, there).size();
        if (source > room) {
            findings.add(Finding.warning("migration-area-larger",
                    "the source's standard area has %d bytes, the target's %d: a fixed buffer or a size check refuses it"
                            .formatted(source, room))
                    .value("source", source).value("target", room)
                    .remedy("level the guest's XCR0 down to what both have before it starts"));
        }
    }

    private void compacted() {
        if (!from.features().xsavec()) {
            return;
        }
        if (!target.features().xsavec()) {
            findings.add(Finding.warning("migration-compacted-faults",
                    "the target has no XSAVEC: XRSTOR of a compacted image (XCOMP_BV != 0) faults with #GP there")
                    .remedy("convert to the standard format"));
            return;
        }
        XFeatureMask refused = from.all().andNot(xcr0.and(target.xcr0()).or(xss.and(target.xss())));
        if (!refused.isEmpty()) {
            findings.add(Finding.note("migration-xcomp-bv-faults",
                    "a compacted image with any of %s in XCOMP_BV faults with #GP on the target, even where XSTATE_BV says "
                            .formatted(refused) + "that they are in the initial configuration")
                    .remedy("rebuild the image without them: clearing XSTATE_BV is not enough"));
        }
        if (from.features().xsaves() && !target.features().xsaves()) {
            findings.add(Finding.note("migration-no-xsaves",
                    "the target has no XSAVES: supervisor state cannot be restored with XRSTORS (#UD)"));
        }
    }

    private void legacy() {
        int extra = from.fpu().mxcsrMask() & ~target.fpu().mxcsrMask();
        if (extra != 0) {
            findings.add(Finding.warning("migration-mxcsr-reserved",
                    "MXCSR bits 0x%x may be set on the source and are reserved on the target: XRSTOR faults with #GP "
                            .formatted(extra) + "if a task has one set")
                    .value("bits", Integer.toUnsignedLong(extra)).remedy("clear them before the restore"));
        }
        if (target.fpu().pointersOnlyWithError() && !from.fpu().pointersOnlyWithError()) {
            findings.add(Finding.note("migration-x87-pointers",
                    "the target keeps FOP, FIP and FDP only while FSW.ES is set: the source's values are lost otherwise"));
        }
        if (target.fpu().selectorsDeprecated() && !from.fpu().selectorsDeprecated()) {
            findings.add(Finding.note("migration-x87-selectors",
                    "the target stores FCS and FDS as 0 (CPUID.(7,0):EBX[13]): the source's values are lost"));
        }
    }
}
