package org.xstate.layout.cpu;

import java.util.List;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;

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

    /** A component on both sides. @param from empty if the source lacks it @param to empty if the target lacks it or has not enabled it */
    public record Component(int number, String name, boolean user, Optional<ComponentInfo> from,
            Optional<ComponentInfo> to, Verdict verdict) {
    }

    public Migration {
        components = List.copyOf(components);
        findings = List.copyOf(findings);
    }

    /**
     * Judges a move of every component, as if a task had all of them in use.
     *
     * @param from   the CPU that saved, with everything that it enumerates enabled
     * @param target the CPU that restores
     * @param xcr0   what is enabled there in XCR0
     * @param xss    what is enabled there in IA32_XSS
     */
    public static Migration check(XsaveCpu from, XsaveCpu target, XFeatureMask xcr0, XFeatureMask xss,
            FeatureCatalog catalog) {
        return new MigrationChecks(from, target, xcr0, xss, catalog).check();
    }
}
