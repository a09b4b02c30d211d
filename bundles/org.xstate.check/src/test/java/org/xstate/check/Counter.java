package org.xstate.check;

import java.util.List;

/** Counts from 0 to one less than its size, and stops there. */
class Counter implements TransitionSystem, Evaluator {

    private final long size;

    Counter(long size) {
        this.size = size;
    }

    @Override
    public int words() {
        return 1;
    }

    @Override
    public List<String> actions() {
        return List.of("next");
    }

    @Override
    public List<String> properties() {
        return List.of();
    }

    @Override
    public Evaluator evaluator() {
        return this;
    }

    @Override
    public void initial(Successors out) {
        out.add(0, 0);
    }

    @Override
    public void successors(long[] words, int at, Successors out) {
        if (words[at] + 1 < size) {
            out.add(words[at] + 1, 0);
        }
    }

    @Override
    public int violated(long[] words, int at) {
        return NONE;
    }
}
