package org.xstate.check;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A graph that is made of a seed: self-loops, several transitions between the same two states, dead ends, states that
 * cannot be reached, and, now and then, a violated property or a failing step.
 *
 * @param size number of states, reachable or not
 * @param mostSuccessors of one state
 * @param badStates of {@value #SCALE} states so many violate a property
 * @param badSteps of {@value #SCALE} transitions in so many an assertion fails
 */
record RandomSystem(long seed, int words, int size, int mostSuccessors, int badStates, int badSteps)
        implements TransitionSystem, Evaluator {

    static final int ACTIONS = 7;
    static final int PROPERTIES = 3;
    static final int SCALE = 10_000;

    private static final int INITIAL = 3;

    @Override
    public List<String> actions() {
        return IntStream.range(0, ACTIONS).mapToObj(i -> "action " + i).toList();
    }

    @Override
    public List<String> properties() {
        return IntStream.range(0, PROPERTIES).mapToObj(i -> "property " + i).toList();
    }

    @Override
    public Evaluator evaluator() {
        return this;
    }

    /** The state of a number; its last word holds the number, the others follow from it, bit 63 of word 0 is clear. */
    long[] state(int number) {
        long[] state = new long[words];
        SplittableRandom random = new SplittableRandom(number);
        for (int i = 0; i < words; i++) {
            // few different values, so that states often agree in word 0
            state[i] = random.nextLong() >>> 60;
        }
        state[words - 1] = number;
        return state;
    }

    private SplittableRandom random(long[] state, int at) {
        return new SplittableRandom(seed * 1_000_003 + state[at + words - 1]);
    }

    @Override
    public void initial(Successors out) {
        for (int i = 0; i < INITIAL; i++) {
            out.add(state((int) Math.floorMod(seed * (i + 1), (long) size)), 0, 0);
        }
    }

    @Override
    public void successors(long[] state, int at, Successors out) {
        SplittableRandom random = random(state, at);
        random.nextInt();
        int number = random.nextInt(mostSuccessors + 1);
        for (int i = 0; i < number; i++) {
            int target = random.nextInt(8) == 0 ? (int) state[at + words - 1] : random.nextInt(size);
            int action = random.nextInt(ACTIONS - 1);
            if (random.nextInt(SCALE) < badSteps) {
                out.addFailed(state(target), 0, action, random.nextInt(PROPERTIES));
            } else {
                out.add(state(target), 0, action);
                if (random.nextInt(6) == 0) {
                    out.add(state(target), 0, action);
                }
            }
        }
    }

    @Override
    public int violated(long[] state, int at) {
        int draw = random(state, at).nextInt(SCALE);
        return draw < badStates ? draw % PROPERTIES : NONE;
    }
}
