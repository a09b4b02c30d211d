package org.xstate.layout.cpu;

import java.util.ArrayList;
import java.util.List;

import org.xstate.layout.cpuid.CpuidTable;

/**
 * Which instructions and modes of the XSAVE feature set a CPU enumerates.
 *
 * @param xsave    CPUID.1:ECX[26]: XSAVE, XRSTOR, XSETBV, XGETBV
 * @param xsaveopt CPUID.(D,1):EAX[0]
 * @param xsavec   CPUID.(D,1):EAX[1]: XSAVEC and XRSTOR of the compacted format
 * @param xgetbv1  CPUID.(D,1):EAX[2]: XGETBV with ECX = 1
 * @param xsaves   CPUID.(D,1):EAX[3]: XSAVES, XRSTORS and IA32_XSS
 * @param xfd      CPUID.(D,1):EAX[4]: IA32_XFD and IA32_XFD_ERR
 */
public record XsaveFeatures(boolean xsave, boolean xsaveopt, boolean xsavec, boolean xgetbv1, boolean xsaves,
        boolean xfd) {

    /** A dump that holds leaf D but not leaf 1 is taken to have XSAVE: the leaf means nothing without. */
    public static XsaveFeatures of(CpuidTable table) {
        int d1 = table.get(0xd, 1).map(r -> r.eax()).orElse(0);
        boolean xsave = table.get(1).map(r -> (r.ecx() >>> 26 & 1) != 0).orElse(table.get(0xd).isPresent());
        return new XsaveFeatures(xsave, (d1 & 1) != 0, (d1 & 2) != 0, (d1 & 4) != 0, (d1 & 8) != 0,
                (d1 & 16) != 0);
    }

    /** The instructions enumerated, in the order in which they were introduced; XFD, which is a mode, last. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        add(names, xsave, "XSAVE");
        add(names, xsaveopt, "XSAVEOPT");
        add(names, xsavec, "XSAVEC");
        add(names, xgetbv1, "XGETBV(1)");
        add(names, xsaves, "XSAVES");
        add(names, xfd, "XFD");
        return List.copyOf(names);
    }

    private static void add(List<String> names, boolean present, String name) {
        if (present) {
            names.add(name);
        }
    }
}
