package org.xstate.check.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xstate.check.survey.SurveyPlan;
import org.xstate.model.state.StateLayout;

/** Numbers valuations: the values of rigid fields as the digits of one number, the first field's the most significant. */
public final class Valuations {

    private final StateLayout.Field[] rigid;
    private final long[] masks;
    private final int count;
    private final Optional<boolean[]> wanted;

    /**
     * @param rigid  the fields
     * @param words  of a state
     * @param wanted valuations that count; without it all do
     * @throws IllegalArgumentException if there are too many valuations
     */
    public Valuations(List<StateLayout.Field> rigid, int words, Optional<Set<List<Long>>> wanted) {
        this.rigid = rigid.toArray(StateLayout.Field[]::new);
        this.masks = new long[words];
        long product = 1;
        for (StateLayout.Field field : this.rigid) {
            masks[field.word()] |= field.mask() << field.shift();
            product = Math.min(
                    Math.multiplyHigh(product, size(field)) != 0 ? Long.MAX_VALUE : product * size(field),
                    SurveyPlan.MAX_VALUATIONS + 1L);
        }
        if (product > SurveyPlan.MAX_VALUATIONS) {
            throw new IllegalArgumentException("more than " + SurveyPlan.MAX_VALUATIONS + " valuations of "
                    + String.join(", ", rigid.stream().map(StateLayout.Field::name).toList()));
        }
        this.count = (int) product;
        this.wanted = wanted.map(this::flags);
    }

    private static long size(StateLayout.Field field) {
        long size = field.max() - field.min() + 1;
        return size <= 0 ? Long.MAX_VALUE : size;
    }

    private boolean[] flags(Set<List<Long>> valuations) {
        boolean[] flags = new boolean[count];
        for (List<Long> values : valuations) {
            number(values).ifPresent(number -> flags[number] = true);
        }
        return flags;
    }

    private Optional<Integer> number(List<Long> values) {
        if (values.size() != rigid.length) {
            throw new IllegalArgumentException(
                    values + " are not the values of " + rigid.length + " variables");
        }
        long number = 0;
        for (int i = 0; i < rigid.length; i++) {
            long value = values.get(i);
            if (value < rigid[i].min() || value > rigid[i].max()) {
                return Optional.empty();
            }
            number = number * size(rigid[i]) + value - rigid[i].min();
        }
        return Optional.of((int) number);
    }

    /** How many combinations the ranges of the fields allow. */
    int count() {
        return count;
    }

    boolean isWanted(int number) {
        return wanted.isEmpty() || wanted.get()[number];
    }

    /** The number of the valuation of a state. */
    int of(long[] state, int at) {
        long number = 0;
        for (StateLayout.Field field : rigid) {
            number = number * size(field) + field.get(state, at) - field.min();
        }
        return (int) number;
    }

    /** The values that a number stands for. */
    List<Long> values(int number) {
        Long[] values = new Long[rigid.length];
        int rest = number;
        for (int i = rigid.length - 1; i >= 0; i--) {
            int size = (int) size(rigid[i]);
            values[i] = rigid[i].min() + rest % size;
            rest /= size;
        }
        return new ArrayList<>(Arrays.asList(values));
    }

    /** @throws IllegalArgumentException if the states differ in a rigid field */
    void requireSame(long[] before, int at, long[] after, int there) {
        for (int i = 0; i < masks.length; i++) {
            if (((before[at + i] ^ after[there + i]) & masks[i]) != 0) {
                throw changed(before, at, after, there);
            }
        }
    }

    private IllegalArgumentException changed(long[] before, int at, long[] after, int there) {
        String name = Arrays.stream(rigid).filter(field -> field.get(before, at) != field.get(after, there))
                .findFirst().map(StateLayout.Field::name).orElseThrow();
        return new IllegalArgumentException(
                "a step changes " + name.substring(name.indexOf(' ') + 1) + ", which is to be rigid");
    }
}
