package org.xstate.layout.cpu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.layout.cpuid.CpuidRegisters;
import org.xstate.layout.cpuid.CpuidTable;

/**
 * Who made a CPU and which it is (CPUID leaves 0, 1 and 80000002h to 80000004h). What a dump does not hold is empty.
 *
 * @param vendor   the twelve characters of leaf 0: {@code GenuineIntel}
 * @param family   display family, extended family added in
 * @param model    display model, extended model added in
 * @param stepping 0 to 15
 * @param brand    the brand string, trimmed
 */
public record CpuIdentity(Optional<String> vendor, OptionalInt family, OptionalInt model,
        OptionalInt stepping,
        Optional<String> brand) {

    /** Nothing is known. */
    public static final CpuIdentity UNKNOWN = new CpuIdentity(Optional.empty(), OptionalInt.empty(),
            OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    public static CpuIdentity of(CpuidTable table) {
        Optional<String> vendor = table.get(0).map(r -> ascii(r.ebx(), r.edx(), r.ecx()))
                .filter(v -> !v.isBlank());
        Optional<CpuidRegisters> signature = table.get(1).filter(r -> r.eax() != 0);
        if (signature.isEmpty()) {
            return new CpuIdentity(vendor, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
                    brand(table));
        }
        int eax = signature.get().eax();
        int baseFamily = eax >>> 8 & 0xf;
        int family = baseFamily == 0xf ? baseFamily + (eax >>> 20 & 0xff) : baseFamily;
        // Intel adds the extended model for families 6 and 15, AMD for 15 only; other vendors follow Intel
        boolean extended = baseFamily == 0xf || baseFamily == 6 || baseFamily == 7;
        int model = (eax >>> 4 & 0xf) | (extended ? (eax >>> 16 & 0xf) << 4 : 0);
        return new CpuIdentity(vendor, OptionalInt.of(family), OptionalInt.of(model),
                OptionalInt.of(eax & 0xf),
                brand(table));
    }

    private static Optional<String> brand(CpuidTable table) {
        StringBuilder text = new StringBuilder();
        for (int leaf = 0x80000002; leaf <= 0x80000004; leaf++) {
            table.get(leaf).ifPresent(r -> text.append(ascii(r.eax(), r.ebx(), r.ecx(), r.edx())));
        }
        String trimmed = text.toString().strip().replaceAll(" +", " ");
        return trimmed.isEmpty() ? Optional.empty() : Optional.of(trimmed);
    }

    /** Printable characters of little-endian words; a NUL ends the text, anything else unprintable becomes a question mark. */
    private static String ascii(int... words) {
        ByteBuffer buffer = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            buffer.putInt(word);
        }
        String text = new String(buffer.array(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).replaceAll("[^\\x20-\\x7e]", "?");
    }

    public boolean isAmdLike() {
        return vendor.filter(v -> v.equals("AuthenticAMD") || v.equals("HygonGenuine")).isPresent();
    }

    public boolean isIntel() {
        return vendor.filter("GenuineIntel"::equals).isPresent();
    }

    /** The best short name there is: brand, else vendor with family and model in hex, else {@code unknown CPU}. */
    public String displayName() {
        return brand.or(() -> vendor.map(v -> family.isEmpty()
                ? v
                : "%s family %Xh model %Xh".formatted(v, family.getAsInt(), model.orElse(0))))
                .orElse("unknown CPU");
    }
}
