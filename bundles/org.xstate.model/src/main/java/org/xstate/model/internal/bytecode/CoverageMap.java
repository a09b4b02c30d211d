package org.xstate.model.internal.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xstate.model.bytecode.Coverage;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;

/** What the marks mean that the bytecode sets: blocks of nodes, and values of choices. */
final class CoverageMap {

    private static final int MOST_VALUES = Coverage.Choice.MOST_VALUES;

    private final Machine machine;
    private final List<int[]> members = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final Map<Residual.Origin, Integer> siteOf = new HashMap<>();
    private int blocks;
    private int values;

    /** @param first mark of the least value */
    private record Site(int procedure, int node, long low, long high, int first) {
    }

    /** @param machine as it was laid out */
    CoverageMap(Machine machine) {
        this.machine = machine;
    }

    /** A new block. */
    int block() {
        return blocks++;
    }

    void add(int block, Residual.Origin origin) {
        members.add(new int[]{block, origin.procedure(), origin.node()});
    }

    /** The number of a place where something is chosen. */
    int choice(Residual.Origin origin, Instruction.Choose choose) {
        return siteOf.computeIfAbsent(origin, _ -> {
            sites.add(new Site(origin.procedure(), origin.node(), choose.low(), choose.high(), values));
            values += (int) Math.min(MOST_VALUES, choose.high() - choose.low() + 1);
            return sites.size() - 1;
        });
    }

    /** The marks of choices that have been made. */
    int[] marks(List<Residual.Chosen> choices) {
        return choices.stream().mapToInt(made -> {
            int site = choice(new Residual.Origin(made.procedure(), made.node()), made.choice());
            return mark(sites.get(site).first(), made.choice().low(), made.value());
        }).toArray();
    }

    int blocks() {
        return blocks;
    }

    int values() {
        return values;
    }

    /** For each place where something is chosen, the mark of its least value. */
    int[] firstValues() {
        return sites.stream().mapToInt(Site::first).toArray();
    }

    Coverage read(byte[] executed, byte[] taken, List<Residual.Origin> always) {
        List<BitSet> nodes = new ArrayList<>();
        machine.procedures().forEach(procedure -> nodes.add(new BitSet()));
        for (int[] member : members) {
            if (executed[member[0]] != 0) {
                nodes.get(member[1]).set(member[2]);
            }
        }
        always.forEach(origin -> nodes.get(origin.procedure()).set(origin.node()));
        return new Coverage(nodes, sites.stream().map(site -> choice(site, taken)).toList());
    }

    private static Coverage.Choice choice(Site site, byte[] marks) {
        BitSet taken = new BitSet();
        long last = Math.min(MOST_VALUES - 1, site.high() - site.low());
        for (int i = 0; i <= last; i++) {
            if (marks[site.first() + i] != 0) {
                taken.set(i);
            }
        }
        return new Coverage.Choice(site.procedure(), site.node(), site.low(), site.high(), taken);
    }

    /** The mark of a value; values that are not told apart from the last have its mark. */
    static int mark(int first, long low, long value) {
        return first + (int) Math.min(MOST_VALUES - 1, value - low);
    }
}
