package org.xstate.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is fixed about an xfeature, wherever it exists. Offsets are not here: they come from CPUID (standard format) or
 * from XCOMP_BV (compacted format).
 *
 * @param number      state component, 0 to 62
 * @param name        the manual's name: {@code ZMM_Hi256}
 * @param linuxName   the kernel's name without XFEATURE_: {@code ZMM_Hi256}, {@code YMM}
 * @param kind        switched by XCR0 or by IA32_XSS
 * @param size        bytes, 1 to {@value #LARGEST_SIZE}, as the manual gives it; CPUID may report another size (AMD Zen 2
 *                    PKRU: 64), and wins
 * @param align64     whether the compacted format aligns it to 64 bytes (CPUID.(D,i).ECX[1])
 * @param xfd         whether IA32_XFD can disable it (CPUID.(D,i).ECX[2])
 * @param requires    XCR0 bits without which XSETBV refuses this one
 * @param together    XCR0 bits that must all have the same value as this one; contains this one, or is empty
 * @param conflicts   XCR0 bits that are never set together with this one
 * @param alwaysOn    whether XCR0 must have the bit set (x87 only)
 * @param cpuid       feature bits that announce it
 * @param cr4Bit      the CR4 bit that enables its use, if there is one
 * @param fields      for decoding, by offset
 */
public record XFeatureDescriptor(int number, String name, String linuxName, Kind kind, int size,
        boolean align64,
        boolean xfd, XFeatureMask requires, XFeatureMask together, XFeatureMask conflicts, boolean alwaysOn,
        List<CpuidBit> cpuid, OptionalInt cr4Bit, List<FieldDescriptor> fields) {

    /** Bytes. The largest component known, XTILEDATA, has 8192; a larger size than this is a mistake. */
    public static final int LARGEST_SIZE = 1 << 16;

    /** Which register switches a component; never both (CPUID.(D,i).ECX[0]). */
    public enum Kind {
        /** Switched by XCR0. */
        USER,
        /** Switched by IA32_XSS. */
        SUPERVISOR;

        /** The word used in output: {@code user}, {@code supervisor}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public XFeatureDescriptor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(linuxName);
        Objects.requireNonNull(kind);
        cpuid = List.copyOf(cpuid);
        fields = List.copyOf(fields);
        if (number < 0 || number > 62) {
            throw new IllegalArgumentException("state component " + number + " is not in 0..62");
        }
        if (size < 1 || size > LARGEST_SIZE) {
            throw new IllegalArgumentException(name + ": size " + size + " bytes");
        }
        if (requires.or(together).or(conflicts).has(63)) {
            throw new IllegalArgumentException(name + ": bit 63 is no component");
        }
    }

    public XFeatureMask mask() {
        return XFeatureMask.of(number);
    }

    public boolean isUser() {
        return kind == Kind.USER;
    }

    /** The field with that name. */
    public Optional<FieldDescriptor> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equalsIgnoreCase(fieldName)).findFirst();
    }

    /** Starts the description of a component that XCR0 switches. @param size bytes */
    public static Builder user(int number, String name, int size) {
        return new Builder(number, name, Kind.USER, size);
    }

    /** Starts the description of a component that IA32_XSS switches. @param size bytes */
    public static Builder supervisor(int number, String name, int size) {
        return new Builder(number, name, Kind.SUPERVISOR, size);
    }

    /** Collects the optional parts of a descriptor. */
    public static final class Builder {
        private final int number;
        private final String name;
        private final Kind kind;
        private final int size;
        private String linuxName;
        private boolean align64;
        private boolean xfd;
        private XFeatureMask requires = XFeatureMask.NONE;
        private XFeatureMask together = XFeatureMask.NONE;
        private XFeatureMask conflicts = XFeatureMask.NONE;
        private boolean alwaysOn;
        private final List<CpuidBit> cpuid = new ArrayList<>();
        private OptionalInt cr4Bit = OptionalInt.empty();
        private final List<FieldDescriptor> fields = new ArrayList<>();

        private Builder(int number, String name, Kind kind, int size) {
            this.number = number;
            this.name = name;
            this.linuxName = name;
            this.kind = kind;
            this.size = size;
        }

        public Builder linuxName(String value) {
            linuxName = value;
            return this;
        }

        public Builder align64() {
            align64 = true;
            return this;
        }

        public Builder xfd() {
            xfd = true;
            return this;
        }

        public Builder requires(int... numbers) {
            requires = XFeatureMask.of(numbers);
            return this;
        }

        public Builder together(int... numbers) {
            together = XFeatureMask.of(numbers);
            return this;
        }

        public Builder conflicts(int... numbers) {
            conflicts = XFeatureMask.of(numbers);
            return this;
        }

        public Builder alwaysOn() {
            alwaysOn = true;
            return this;
        }

        public Builder cpuid(int leaf, int subleaf, CpuidBit.Register register, int bit, String feature) {
            cpuid.add(new CpuidBit(leaf, subleaf, register, bit, feature));
            return this;
        }

        public Builder cr4(int bit) {
            cr4Bit = OptionalInt.of(bit);
            return this;
        }

        public Builder field(FieldDescriptor field) {
            fields.add(field);
            return this;
        }

        public XFeatureDescriptor build() {
            return new XFeatureDescriptor(number, name, linuxName, kind, size, align64, xfd, requires,
                    together,
                    conflicts, alwaysOn, cpuid, cr4Bit, fields);
        }
    }
}
