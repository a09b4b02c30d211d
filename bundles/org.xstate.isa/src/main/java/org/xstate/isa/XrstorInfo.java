package org.xstate.isa;

/**
 * XRSTOR_INFO: which restore the registers came from (SDM volume 1, section 13.8). A save of the same place at the same
 * privilege, VMX mode and layout may leave out what has not been modified since.
 *
 * @param valid         whether there has been a restore
 * @param cpl           privilege level of the restore
 * @param guest         whether it ran in VMX non-root operation
 * @param linearAddress of the area
 * @param xcompBv       XCOMP_BV of the area; 0 for the standard format
 */
record XrstorInfo(boolean valid, int cpl, boolean guest, long linearAddress, long xcompBv) {

    static final XrstorInfo NONE = new XrstorInfo(false, 0, false, 0, 0);

    static XrstorInfo of(ControlState control, long linearAddress, long xcompBv) {
        return new XrstorInfo(true, control.cpl(), control.guest().isPresent(), linearAddress, xcompBv);
    }

    boolean matches(ControlState control, long address, long layout) {
        return valid && cpl == control.cpl() && guest == control.guest().isPresent()
                && linearAddress == address && xcompBv == layout;
    }
}
