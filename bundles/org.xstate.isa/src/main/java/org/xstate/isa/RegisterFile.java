package org.xstate.isa;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The extended registers of one logical processor: one array, so that a copy is one array copy. Not thread-safe.
 *
 * <p>A component's bytes have the layout of the image, but for x87: there FIP (at 8) and FDP (at 16) are 64 bits wide and
 * FCS and FDS lie at 24 and 26, whatever the operand size of the instruction that loaded them.
 */
public final class RegisterFile {

    /** MXCSR after reset and after an initialising restore of SSE. */
    public static final int MXCSR_INIT = 0x1f80;

    private final ProcessorModel model;
    private final byte[] bytes;
    private final MemorySegment segment;
    private int mxcsr = MXCSR_INIT;
    /** Components loaded or written since they were last initialised. */
    private long touched;
    /** XMODIFIED_BM: 0 for what the last restore covered and nothing has changed since. */
    private long modified = -1;

    RegisterFile(ProcessorModel model) {
        this.model = model;
        this.bytes = new byte[model.registerBytes()];
        this.segment = MemorySegment.ofArray(bytes);
        for (int number : model.modelled()) {
            ComponentModel component = model.component(number);
            component.copyInit(bytes, component.size);
        }
    }

    void become(RegisterFile other) {
        if (other.model != model) {
            throw new IllegalArgumentException("the registers of another processor");
        }
        System.arraycopy(other.bytes, 0, bytes, 0, bytes.length);
        mxcsr = other.mxcsr;
        touched = other.touched;
        modified = other.modified;
    }

    public int mxcsr() {
        return mxcsr;
    }

    /** A component's bytes, read-only, following later changes. */
    public MemorySegment component(int number) {
        return live(model.require(number)).asReadOnly();
    }

    /**
     * What an instruction that writes registers does: changes bytes of a component from {@code offset} on. The bytes are
     * brought into a state that the hardware can hold, and count as modified even if equal.
     */
    public void write(int number, int offset, byte... values) {
        ComponentModel component = model.require(number);
        MemorySegment live = live(component);
        MemorySegment.copy(MemorySegment.ofArray(values), 0, live, offset, values.length);
        normalise(component);
        touched |= 1L << number;
        modified |= 1L << number;
    }

    /**
     * LDMXCSR. A reload of the same value does not count as a modification (Zen 3, measured).
     *
     * @throws IllegalArgumentException for a reserved bit, where LDMXCSR raises #GP
     */
    public void writeMxcsr(int value) {
        if ((value & ~model.cpu().fpu().mxcsrMask()) != 0) {
            throw new IllegalArgumentException("LDMXCSR %#x would raise #GP: the mask is %#x"
                    .formatted(value, model.cpu().fpu().mxcsrMask()));
        }
        if (value != mxcsr) {
            modified |= 2;
        }
        mxcsr = value;
    }

    /**
     * What VZEROUPPER does to AVX, and TILERELEASE to XTILECFG and XTILEDATA: the component takes its initial
     * configuration and is no longer in use. FNINIT is none of these: it leaves ST0 to ST7 alone.
     */
    public void initialise(int number) {
        initialise(model.require(number), true);
        modified |= 1L << number;
    }

    /** Whether two register files hold the same values, whatever led to them. */
    public boolean sameValues(RegisterFile other) {
        return mxcsr == other.mxcsr && Arrays.equals(bytes, other.bytes);
    }

    MemorySegment live(ComponentModel component) {
        return segment.asSlice(component.base, component.size);
    }

    void load(ComponentModel component, MemorySegment memory, int offset, boolean bits64) {
        MemorySegment.copy(memory, offset, segment, component.base, component.reach(bits64));
        normalise(component);
        touched |= 1L << component.number;
    }

    void loadX87(MemorySegment memory, boolean rexW) {
        X87Registers.load(segment, memory, rexW, model.cpu().fpu(), model.pointers());
        touched |= 1;
    }

    void setMxcsr(int value) {
        mxcsr = value;
    }

    void initialise(ComponentModel component, boolean bits64) {
        component.copyInit(bytes, component.reach(bits64));
        touched &= ~(1L << component.number);
    }

    void save(ComponentModel component, MemorySegment memory, int offset, boolean bits64) {
        MemorySegment.copy(segment, component.base, memory, offset, component.reach(bits64));
    }

    void saveX87(MemorySegment memory, boolean rexW) {
        X87Registers.save(segment, memory, rexW, model.cpu().fpu());
    }

    private void normalise(ComponentModel component) {
        if (component.number == 0) {
            X87Registers.normalise(segment, model.cpu().fpu(), model.pointers());
        } else if (!component.plain()) {
            component.behaviour.loaded(live(component));
        }
    }

    /** XSAVES has put the registers aside and may change them. */
    void savedByXsaves(ComponentModel component) {
        if (!component.plain()) {
            byte[] before = Arrays.copyOfRange(bytes, component.base, component.base + component.size);
            component.behaviour.savedByXsaves(live(component));
            if (!Arrays.equals(before, 0, before.length, bytes, component.base,
                    component.base + component.size)) {
                modified |= 1L << component.number;
            }
        }
    }

    long modified() {
        return modified;
    }

    void markModified(long mask) {
        modified |= mask;
    }

    /** After a restore: what it covered is unmodified, all else counts as modified (SDM volume 1, section 13.8). */
    void restored(long rfbm) {
        modified = ~rfbm;
    }

    /** XINUSE among {@code mask}, without regard to MXCSR. */
    long inUse(long mask, boolean bits64) {
        ProcessorPolicy.XinuseTracking tracking = model.policy().xinuse();
        boolean scope = bits64 || !model.policy().modeScopedXinuse();
        long result = mask
                & (touched & tracking.sticky().bits() & ~model.contentTracked() | tracking.always().bits());
        for (long left = mask & ~result; left != 0; left &= left - 1) {
            ComponentModel component = model.component(Long.numberOfTrailingZeros(left));
            if (component.number == 0
                    ? x87InUse(component)
                    : component.differs(bytes, 0, component.reach(scope))) {
                result |= left & -left;
            }
        }
        return result;
    }

    private boolean x87InUse(ComponentModel component) {
        if (X87Registers.pointersHidden(segment, model.cpu().fpu())) {
            return component.differs(bytes, 0, X87Registers.FOP)
                    || component.differs(bytes, X87Registers.ST, X87Registers.SIZE);
        }
        return component.differs(bytes, 0, component.size);
    }

}
