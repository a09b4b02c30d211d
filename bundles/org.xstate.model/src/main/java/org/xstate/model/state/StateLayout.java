package org.xstate.model.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Assigns declared value ranges to the bits of a packed state.
 *
 * <p>A field takes as many bits as its range has values, never straddles two words, and is placed first-fit by falling
 * width (equal widths in order of declaration), which needs few words and depends on nothing but the declarations. Bit
 * 63 of word 0 stays free: a visited set marks with it the slots that it uses. Bits that no field uses are zero.
 */
public final class StateLayout {

    /** Most 64-bit words of a state. */
    public static final int MAX_WORDS = 1024;

    private final Map<String, Field> fields;
    private final int words;
    private final int bits;

    private StateLayout(Map<String, Field> fields, int words, int bits) {
        this.fields = fields;
        this.words = words;
        this.bits = bits;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Number of 64-bit words of a state; at least 1. */
    public int words() {
        return words;
    }

    /** Sum of the fields' widths in bits. */
    public int bits() {
        return bits;
    }

    /** All fields, in order of declaration. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    public Optional<Field> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The field of that name, which has to be declared. */
    public Field field(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }

    /** The elements of a declared array. */
    public List<Field> array(String name) {
        List<Field> elements = new ArrayList<>();
        for (int i = 0; fields.containsKey(element(name, i)); i++) {
            elements.add(fields.get(element(name, i)));
        }
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("no array " + name);
        }
        return elements;
    }

    private static String element(String name, int index) {
        return name + "[" + index + "]";
    }

    /**
     * Where the values of one variable lie: {@code width} bits of word {@code word} from bit {@code shift} up, holding
     * the value minus {@code min}. A variable with one possible value has width 0 and takes no room.
     */
    public record Field(String name, long min, long max, int word, int shift, int width) {

        /** Bits of the value before it is shifted. */
        public long mask() {
            return width == 0 ? 0 : -1L >>> (Long.SIZE - width);
        }

        /** The value in the state that starts at {@code state[at]}. */
        public long get(long[] state, int at) {
            return (state[at + word] >>> shift & mask()) + min;
        }

        /** Writes a value of the declared range. */
        public void set(long[] state, int at, long value) {
            if (value < min || value > max) {
                throw new IllegalArgumentException(name + " = " + value + " is outside " + min + ".." + max);
            }
            state[at + word] = state[at + word] & ~(mask() << shift) | (value - min) << shift;
        }
    }

    /** Collects declarations. */
    public static final class Builder {

        private final Map<String, long[]> ranges = new LinkedHashMap<>();

        private Builder() {
        }

        /** Declares a variable with values {@code min} to {@code max}, both included. */
        public Builder field(String name, long min, long max) {
            if (max < min) {
                throw new IllegalArgumentException(name + ": empty range " + min + ".." + max);
            }
            if (ranges.putIfAbsent(name, new long[]{min, max}) != null) {
                throw new IllegalArgumentException(name + " is declared twice");
            }
            return this;
        }

        /** Declares {@code count} variables of one range, named {@code name[0]} and so on. */
        public Builder array(String name, int count, long min, long max) {
            if (count < 1) {
                throw new IllegalArgumentException(name + ": an array of " + count + " elements");
            }
            for (int i = 0; i < count; i++) {
                field(element(name, i), min, max);
            }
            return this;
        }

        public StateLayout build() {
            List<Map.Entry<String, long[]>> byWidth = new ArrayList<>(ranges.entrySet());
            byWidth.sort(Comparator.comparingInt(entry -> -width(entry.getValue())));
            List<Integer> used = new ArrayList<>(List.of(0));
            Map<String, Field> placed = new LinkedHashMap<>();
            int bits = 0;
            for (Map.Entry<String, long[]> entry : byWidth) {
                int width = width(entry.getValue());
                int word = place(used, width);
                placed.put(entry.getKey(),
                        new Field(entry.getKey(), entry.getValue()[0], entry.getValue()[1], word,
                                width == 0 ? 0 : used.get(word), width));
                used.set(word, used.get(word) + width);
                bits += width;
            }
            if (used.size() > MAX_WORDS) {
                throw new IllegalArgumentException(
                        "a state of " + used.size() + " words; at most " + MAX_WORDS + " are possible");
            }
            Map<String, Field> declared = new LinkedHashMap<>();
            ranges.keySet().forEach(name -> declared.put(name, placed.get(name)));
            return new StateLayout(declared, used.size(), bits);
        }

        private static int place(List<Integer> used, int width) {
            for (int word = 0; word < used.size(); word++) {
                if (used.get(word) + width <= capacity(word)) {
                    return word;
                }
            }
            used.add(0);
            return used.size() - 1;
        }

        private static int capacity(int word) {
            return word == 0 ? Long.SIZE - 1 : Long.SIZE;
        }

        /** Bits for the unsigned distance of two values, which may be all 64. */
        private static int width(long[] range) {
            return Long.SIZE - Long.numberOfLeadingZeros(range[1] - range[0]);
        }
    }
}
