package org.xstate.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A given order of steps, as it is written: moves with commas or blanks between them. {@code A*3} is three steps of A,
 * {@code A*} as many as A can take, {@code softirq@1:2} the third way through the choices of a softirq on CPU 1.
 */
public record Schedule(List<Item> items) {

    /** Steps that a {@code *} stands for at most. */
    public static final int MOST = 10_000;

    private static final Pattern ITEM = Pattern
            .compile(
                    "(?<move>[A-Za-z_][A-Za-z0-9_]*(?:@[0-9]+|/[A-Za-z0-9_]+)?(?::[0-9]+)?)(?<many>\\*(?<times>[0-9]{1,5})?)?");

    public Schedule {
        items = List.copyOf(items);
    }

    /**
     * @param move   as {@link Moves} names it
     * @param times  how often
     * @param asLong whether it may be fewer, because the move is not possible any more
     */
    public record Item(String move, int times, boolean asLong) {
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    public static Schedule parse(String text) {
        List<Item> items = new ArrayList<>();
        for (String word : text.strip().split("[,\\s]+")) {
            if (word.isEmpty()) {
                continue;
            }
            Matcher matcher = ITEM.matcher(word);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + word
                        + "' is no move; a move is a name such as A, softirq@0 or preempt/A, with :2 for its third way "
                        + "and *3 or * to repeat it");
            }
            boolean many = matcher.group("many") != null;
            boolean counted = matcher.group("times") != null;
            int times = counted ? Integer.parseInt(matcher.group("times")) : many ? MOST : 1;
            items.add(new Item(withoutZero(matcher.group("move")), times, many && !counted));
        }
        return new Schedule(items);
    }

    private static String withoutZero(String move) {
        return move.endsWith(":0") ? move.substring(0, move.length() - 2) : move;
    }

    /**
     * Executes it on a simulation, from where that stands; stops early at a violation.
     *
     * @throws IllegalArgumentException with a sentence that names the move that is not possible, and those that are
     */
    public void run(Simulation simulation) {
        int number = 0;
        for (Item item : items) {
            for (int i = 0; i < item.times(); i++) {
                if (simulation.violation().isPresent()) {
                    return;
                }
                number++;
                List<String> possible = simulation.possibleMoves();
                int chosen = possible.indexOf(item.move());
                if (chosen < 0 && item.asLong()) {
                    break;
                }
                if (chosen < 0) {
                    throw new IllegalArgumentException("step " + number + ": " + item.move()
                            + " is not possible; possible is "
                            + (possible.isEmpty() ? "nothing any more" : String.join(", ", possible)));
                }
                simulation.take(chosen);
            }
        }
    }
}
