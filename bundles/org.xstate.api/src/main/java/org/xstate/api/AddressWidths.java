package org.xstate.api;

/**
 * How many bits of an address a processor has (CPUID.80000008H:EAX): what WRMSR, and so XRSTORS, takes for an address
 * depends on it.
 *
 * @param linear   bits of a linear address, 48 or 57 in 64-bit processors, whether or not CR4.LA57 is set
 * @param physical bits of a physical address (MAXPHYADDR), up to 52
 */
public record AddressWidths(int linear, int physical) {

    /** What no processor exceeds: for when the processor is not known. */
    public static final AddressWidths WIDEST = new AddressWidths(57, 52);

    public AddressWidths {
        if (linear < 32 || linear > 64 || physical < 32 || physical > 52) {
            throw new IllegalArgumentException("address widths " + linear + " and " + physical + " bits");
        }
    }

    /** Whether the bits above the linear address repeat its highest one. */
    public boolean canonical(long address) {
        int unused = Long.SIZE - linear;
        return address << unused >> unused == address;
    }

    /** Whether the address lies below 2^physical. */
    public boolean isPhysical(long address) {
        return address >>> physical == 0;
    }
}
