package org.xstate.analysis.designs;

/**
 * What was executed from the entry of the call to the target's next user instruction, whoever did it. Full operations cover
 * the kernel's whole save or restore mask.
 *
 * @param saveFull       XSAVE of all components, by whatever instruction the kernel uses
 * @param savePartial    XSAVE of some
 * @param restoreFull    XRSTOR of all
 * @param restorePartial XRSTOR of some
 * @param registerWrite  WRMSR, WRPKRU and the like, executed by the kernel
 */
public record Operations(long saveFull, long savePartial, long restoreFull, long restorePartial,
        long registerWrite) {
}
