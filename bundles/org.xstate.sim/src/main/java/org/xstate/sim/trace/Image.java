package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.xstate.api.XFeatureMask;
import org.xstate.sim.library.ImageMap;
import org.xstate.sim.library.Part;

/**
 * What an image of the model holds, read as the processor would: by its own header. The same is written in model C in
 * {@code hardware/image.c}; here it is for looking at states from outside.
 */
final class Image {

    /** The first token of the library: the value of the initial configuration. */
    private static final long INIT = 0;
    private static final long COMPACTED = 1L << 63;

    private final ImageMap map;
    private final int xfeatures;
    private final int xcompBv;
    private final int compacted;
    private final List<Integer> pieces = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();

    private Image(ImageMap map, int xfeatures, int xcompBv, int compacted) {
        this.map = map;
        this.xfeatures = xfeatures;
        this.xcompBv = xcompBv;
        this.compacted = compacted;
    }

    /** @param name of the {@code struct xregs_state} @param slots numbers by name; empty if there is no such image */
    static Optional<Image> of(ImageMap map, String name, Map<String, Integer> slots) {
        String header = name + ".header.";
        if (!slots.containsKey(header + "xfeatures") || !slots.containsKey(header + "xcomp_bv")
                || !slots.containsKey(header + "compacted")) {
            return Optional.empty();
        }
        Image image = new Image(map, slots.get(header + "xfeatures"), slots.get(header + "xcomp_bv"),
                slots.get(header + "compacted"));
        for (int i = 0; i < map.cells().size(); i++) {
            String cell = name + ".cells[" + i + "].";
            if (!slots.containsKey(cell + "piece") || !slots.containsKey(cell + "value")) {
                return Optional.empty();
            }
            image.pieces.add(slots.get(cell + "piece"));
            image.values.add(slots.get(cell + "value"));
        }
        return Optional.of(image);
    }

    /** Whether anything that the image consists of is different. */
    boolean differs(long[] before, long[] after) {
        return before[xfeatures] != after[xfeatures] || before[xcompBv] != after[xcompBv]
                || before[compacted] != after[compacted]
                || values.stream().anyMatch(slot -> before[slot] != after[slot])
                || pieces.stream().anyMatch(slot -> before[slot] != after[slot]);
    }

    long xstateBv(long[] state) {
        return state[xfeatures];
    }

    long xcompBv(long[] state) {
        return state[xcompBv] | (state[compacted] != 0 ? COMPACTED : 0);
    }

    /** What a part holds, whatever XSTATE_BV says. */
    PartValue part(long[] state, Part part) {
        OptionalInt number = map.place(layout(state), part);
        if (number.isEmpty()) {
            return PartValue.NO_PLACE;
        }
        List<ImageMap.Covered> run = map.places().get(number.getAsInt()).run();
        long value = state[values.get(run.getFirst().cell())];
        boolean shared = state[pieces.get(run.getFirst().cell())] == 0;
        for (ImageMap.Covered covered : run) {
            if (state[values.get(covered.cell())] != value
                    || state[pieces.get(covered.cell())] != (shared ? 0 : covered.piece())) {
                return PartValue.TORN;
            }
        }
        return shared && value == INIT && !part.zeroInit()
                ? PartValue.ZERO
                : new PartValue(PartValue.Kind.VALUE, value);
    }

    /** The slots of the cells in which a part lies; none where it has no place. */
    IntStream slots(long[] state, Part part) {
        OptionalInt number = map.place(layout(state), part);
        return number.isEmpty()
                ? IntStream.empty()
                : map.places().get(number.getAsInt()).run().stream()
                        .flatMapToInt(cell -> IntStream.of(values.get(cell.cell()), pieces.get(cell.cell())));
    }

    /** Bytes that changed and that are no component's, or that of a component whose XSTATE_BV bit is clear. */
    List<Stray> strays(long[] before, long[] after, Words words) {
        BitSet covered = new BitSet();
        map.parts().stream().filter(part -> (xstateBv(after) >>> part.component() & 1) != 0)
                .forEach(part -> map.place(layout(after), part).ifPresent(
                        place -> map.places().get(place).run().forEach(cell -> covered.set(cell.cell()))));
        List<Stray> strays = new ArrayList<>();
        for (int i = 0; i < map.cells().size(); i++) {
            String old = content(before, i, words);
            String now = content(after, i, words);
            if (covered.get(i) || old.equals(now)) {
                continue;
            }
            ImageMap.Cell cell = map.cells().get(i);
            boolean joins = !strays.isEmpty() && strays.getLast().joins(cell, old, now);
            int begin = joins ? strays.removeLast().begin() : cell.begin();
            strays.add(new Stray(begin, cell.end(), old, now));
        }
        return strays;
    }

    /** {@code PASID V2}: bytes of that value of that component. */
    private String content(long[] state, int cell, Words words) {
        long piece = state[pieces.get(cell)];
        String token = words.token(state[values.get(cell)]);
        if (piece == 0) {
            return state[values.get(cell)] == INIT ? "zeros" : token;
        }
        Part part = map.parts().get(map.pieces().get((int) piece - 1).part());
        return map.processor().catalog().name(part.component()) + " " + token;
    }

    /** @param begin first byte @param end first byte behind them @param before what they held */
    record Stray(int begin, int end, String before, String after) {
        private boolean joins(ImageMap.Cell cell, String old, String now) {
            return end == cell.begin() && before.equals(old) && after.equals(now);
        }

        String bytes() {
            return "bytes " + begin + ".." + (end - 1);
        }
    }

    /** @param value the token, for {@link Kind#VALUE} */
    record PartValue(Kind kind, long value) {
        static final PartValue TORN = new PartValue(Kind.TORN, 0);
        /** All bytes 0, which is not the initial configuration of that part. */
        static final PartValue ZERO = new PartValue(Kind.ZERO, 0);
        static final PartValue NO_PLACE = new PartValue(Kind.NO_PLACE, 0);

        enum Kind {
            VALUE, TORN, ZERO, NO_PLACE
        }
    }

    private int layout(long[] state) {
        if (state[compacted] == 0) {
            return map.standardLayout();
        }
        int layout = 0;
        int bit = 0;
        XFeatureMask present = new XFeatureMask(state[xcompBv]);
        for (int component : map.processor().extended()) {
            layout |= present.has(component) ? 1 << bit : 0;
            bit++;
        }
        return layout;
    }
}
