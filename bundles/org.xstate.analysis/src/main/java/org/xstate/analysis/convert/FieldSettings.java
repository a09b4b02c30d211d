package org.xstate.analysis.convert;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.RegisterPart;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * Reads {@code FIELD=VALUE}. Fields are those of the xfeatures' descriptors, registers that are made of several fields,
 * and MXCSR with its mask. A number is decimal or hexadecimal with {@code 0x}; a vector, x87 or tile register is
 * big-endian hexadecimal, as decoding prints it, with or without {@code 0x}, and may be shorter than the register.
 */
public final class FieldSettings {

    /** What became of the text. */
    public sealed interface Parsed {
        /** It names a field and a value that fits. */
        record Valid(FieldSetting setting) implements Parsed {
        }

        /** It does not. @param reason a sentence without full stop */
        record Invalid(String reason) implements Parsed {
        }
    }

    private record Place(int component, int offset, int width, boolean marks, boolean bytes) {
    }

    private static final int MXCSR = 24;
    private static final int MXCSR_MASK = 28;

    private final FeatureCatalog catalog;

    public FieldSettings(FeatureCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param text {@code mxcsr=0x1f80} */
    public Parsed parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            return new Parsed.Invalid("'" + text + "' is not FIELD=VALUE");
        }
        String name = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        List<Place> places = places(name);
        if (places.isEmpty()) {
            return new Parsed.Invalid("no xfeature has a field or register '" + name + "'" + near(name));
        }
        int width = places.stream().mapToInt(Place::width).sum();
        boolean digits = places.stream().anyMatch(Place::bytes);
        Optional<BigInteger> value = number(text.substring(equals + 1).strip(), digits);
        if (value.isEmpty()) {
            return new Parsed.Invalid("'" + text + "': the value is no number; write "
                    + (digits ? "hexadecimal digits" : "decimal, or hexadecimal with 0x"));
        }
        if (value.get().bitLength() > 8 * width) {
            return new Parsed.Invalid("'" + text + "': the value has %d bits, %s has %d".formatted(
                    value.get().bitLength(), name, 8 * width));
        }
        return new Parsed.Valid(new FieldSetting(name, pieces(places, littleEndian(value.get(), width))));
    }

    private List<Place> places(String name) {
        if (name.equals("mxcsr")) {
            return List.of(new Place(0, MXCSR, 4, false, false));
        }
        if (name.equals("mxcsr_mask")) {
            return List.of(new Place(0, MXCSR_MASK, 4, false, false));
        }
        for (XFeatureDescriptor descriptor : catalog.descriptors()) {
            Optional<Place> place = place(descriptor, name);
            if (place.isPresent()) {
                return List.of(place.get());
            }
        }
        for (FeatureCatalog.Contribution contribution : catalog.contributions()) {
            List<Place> places = joined(contribution.provider(), name);
            if (!places.isEmpty()) {
                return places;
            }
        }
        return List.of();
    }

    private static Optional<Place> place(XFeatureDescriptor descriptor, String field) {
        return descriptor.field(field).map(f -> new Place(descriptor.number(), f.offset(), f.width(), true,
                f.style() == FieldDescriptor.Style.BYTES));
    }

    private List<Place> joined(XFeatureProvider provider, String register) {
        List<Place> places = new ArrayList<>();
        for (RegisterPart part : provider.parts(register)) {
            places.add(catalog.descriptor(part.component()).flatMap(d -> place(d, part.field()))
                    .orElseThrow(() -> new IllegalStateException(
                            "%s names the part %s of component %d, which is not there"
                                    .formatted(provider.getClass().getName(), part.field(),
                                            part.component()))));
        }
        return places;
    }

    private static List<FieldSetting.Piece> pieces(List<Place> places, byte[] value) {
        List<FieldSetting.Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Place place : places) {
            pieces.add(new FieldSetting.Piece(place.component(), place.offset(),
                    Arrays.copyOfRange(value, at, at + place.width()), place.marks()));
            at += place.width();
        }
        return pieces;
    }

    /** A number as {@code FIELD=VALUE} has it; empty if it is none. @param digits hexadecimal even without {@code 0x} */
    public static Optional<BigInteger> number(String text, boolean digits) {
        boolean prefixed = text.startsWith("0x") || text.startsWith("0X");
        String plain = (prefixed ? text.substring(2) : text).replace("_", "");
        int radix = prefixed || digits ? 16 : 10;
        boolean valid = !plain.isEmpty() && plain.chars().allMatch(c -> Character.digit(c, radix) >= 0);
        return valid ? Optional.of(new BigInteger(plain, radix)) : Optional.empty();
    }

    /** The low bytes of a number that fits. */
    public static byte[] littleEndian(BigInteger value, int width) {
        byte[] big = value.toByteArray();
        byte[] little = new byte[width];
        for (int i = 0; i < Math.min(width, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        return little;
    }

    /** Fields that begin alike: {@code ymm32} has {@code ymm} in common with the registers that there are. */
    private String near(String name) {
        String stem = name.replaceAll("[0-9].*", "");
        List<String> alike = catalog.descriptors().stream().flatMap(d -> d.fields().stream())
                .map(FieldDescriptor::name).filter(field -> !stem.isEmpty() && field.startsWith(stem))
                .toList();
        return alike.isEmpty()
                ? "; names are those that xstate decode prints"
                : "; there are %s to %s".formatted(alike.getFirst(), alike.getLast());
    }
}
