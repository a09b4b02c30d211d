package org.xstate.sim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.xstate.sim.run.Loaded;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.sim.trace.MachineSnapshot.Cell;
import org.xstate.sim.trace.MachineSnapshot.Chip;
import org.xstate.sim.trace.MachineSnapshot.Kind;
import org.xstate.sim.trace.MachineSnapshot.Move;
import org.xstate.sim.trace.MachineSnapshot.Row;
import org.xstate.sim.trace.MachineSnapshot.Transfer;

/**
 * Situations whose outcome is known: the table of docs/kernel-model.md, "where a task's state is", and what is wrong with the
 * seed's sketch (S1, S2, S4).
 */
class SnapshotsTest {

    private static final String KERNEL_FPU = """
            scenario(section)
            {
            	cpu_profile("sapphire-rapids");
            	kernel("6.16");
            	cpus(1);
            	features(AVX);
            }
            task(A)
            {
            	user_write(XFEATURE_AVX, V1);
            	enter_kernel();
            	kernel_fpu_section();
            	exit_to_user_mode();
            }
            """;

    /** An execution with what looks at it. */
    private record Run(Scenario scenario, Simulation simulation, Snapshots snapshots) {

        static Run of(Scenario scenario, String schedule) {
            Simulation simulation = Simulation.of(scenario.machine());
            Schedule.parse(schedule).run(simulation);
            return new Run(scenario, simulation, Snapshots.of(scenario).orElseThrow());
        }

        MachineSnapshot at(Position place) {
            return snapshots.at(simulation.history(), place);
        }

        MachineSnapshot end(int step) {
            return at(StepLines.end(simulation.history(), step));
        }

        /** Where the first line is done whose statement contains that. */
        Position line(String statement) {
            StepLines lines = new StepLines(scenario);
            for (int step = 1; step < simulation.history().size(); step++) {
                for (StepLines.Line line : lines.of(simulation.history(), step)) {
                    if (line.text().statement().contains(statement)) {
                        return line.end();
                    }
                }
            }
            throw new AssertionError("no line with " + statement);
        }
    }

    private static Run seed() {
        return Run.of(ScenarioLoader.load("../../examples/seed/begin-finish.c", Loaded.options("as_posted"))
                .getFirst().scenario().orElseThrow(), "A*8");
    }

    private static Cell cell(MachineSnapshot snapshot, Kind kind, String column) {
        Row row = snapshot.row(kind, 0).orElseThrow();
        for (int i = 0; i < snapshot.columns().size(); i++) {
            if (snapshot.columns().get(i).name().equals(column)) {
                return row.cells().get(i);
            }
        }
        throw new AssertionError("no column " + column);
    }

    private static String standing(MachineSnapshot snapshot, Kind kind, String column) {
        Cell cell = cell(snapshot, kind, column);
        return cell.standing() + " " + cell.value();
    }

    private static Chip chip(MachineSnapshot snapshot, Kind kind, String name) {
        return snapshot.row(kind, 0).orElseThrow().chips().stream().filter(chip -> chip.name().equals(name))
                .findFirst().orElseThrow(() -> new AssertionError("no chip " + name));
    }

    @Test
    void inUserModeTheRegistersCountAndMemoryIsStale() {
        MachineSnapshot first = seed().at(new Position(0, 0));
        assertEquals("CANONICAL V1", standing(first, Kind.CPU, "PASID"));
        assertEquals("STALE init", standing(first, Kind.TASK, "PASID"));
        assertEquals("DUPLICATE init", standing(first, Kind.TASK, "AVX"));
        assertEquals(List.of(), first.transfers());
    }

    @Test
    void anXsavesOfOneComponentMovesOnlyThatAndTheHeader() {
        Run run = seed();
        MachineSnapshot saved = run.at(run.line("xsaves(xstate"));
        assertEquals(List.of(new Transfer(Move.SAVE, "xsaves", OptionalInt.of(0), 1, List.of(1))),
                saved.transfers());
        assertEquals("DUPLICATE V1", standing(saved, Kind.TASK, "PASID"));
        assertEquals("STALE init", standing(saved, Kind.TASK, "AVX"));
        assertEquals("0x400", chip(saved, Kind.TASK, "XSTATE_BV").value());
        assertEquals(Optional.of("0x8000000000000407"), chip(saved, Kind.TASK, "XCOMP_BV").was());
    }

    @Test
    void theStoreThroughTheOldAddressIsSeenAsBytesOfNobody() {
        Run run = seed();
        MachineSnapshot stored = run.at(run.line("write_component(addr"));
        assertEquals("PASID V2", chip(stored, Kind.TASK, "bytes 832..839").value());
        assertEquals("DUPLICATE V1", standing(stored, Kind.TASK, "PASID"));
    }

    @Test
    void theFlagAloneLosesTheOtherComponentAndTheUpdate() {
        MachineSnapshot lost = seed().end(7);
        assertEquals("WRONG init", standing(lost, Kind.TASK, "AVX"));
        assertEquals("WRONG V1", standing(lost, Kind.TASK, "PASID"));
        assertEquals("WRONG V1", standing(lost, Kind.CPU, "PASID"));
        assertEquals("V2", cell(lost, Kind.CPU, "PASID").must());
        assertTrue(cell(lost, Kind.CPU, "PASID").reason().contains("owner and last_cpu of A agree"),
                cell(lost, Kind.CPU, "PASID").reason());
    }

    @Test
    void withinTheLockNothingIsCalledWrongYet() {
        Run run = seed();
        MachineSnapshot set = run.at(run.line("set_thread_flag(TIF_NEED_FPU_LOAD)"));
        assertEquals("CHANGING init", standing(set, Kind.TASK, "AVX"));
        assertEquals(Optional.of(new MachineSnapshot.Was(Standing.STALE, "init")),
                cell(set, Kind.TASK, "AVX").was());
    }

    @Test
    void whatWasWrongStaysWrongWhileInterruptsAreOff() {
        Run run = seed();
        MachineSnapshot skipped = run.at(run.line("owner and last_cpu agree"));
        assertEquals("1", chip(skipped, Kind.CPU, "interrupts off").value());
        assertEquals("WRONG V1", standing(skipped, Kind.CPU, "PASID"));
    }

    @Test
    void aKernelFpuSectionLeavesTheStateInMemoryAlone() {
        Run run = Run.of(Loaded.one(KERNEL_FPU), "A*");
        MachineSnapshot section = run.at(run.line("set_reg(component_number"));
        assertEquals("UNUSED kernel-fpu", standing(section, Kind.CPU, "AVX"));
        assertEquals("CANONICAL V1", standing(section, Kind.TASK, "AVX"));
        assertEquals("NULL", chip(section, Kind.CPU, "owner").value());
        assertEquals("1", chip(section, Kind.TASK, "TIF_NEED_FPU_LOAD").value());
    }

    @Test
    void theWayBackToUserModeRestoresFromTheBuffer() {
        Run run = Run.of(Loaded.one(KERNEL_FPU), "A*");
        MachineSnapshot restored = run.at(run.line("os_xrstor("));
        assertTrue(
                restored.transfers().contains(
                        new Transfer(Move.RESTORE, "xrstors", OptionalInt.of(1), 0, List.of(0))),
                restored.transfers().toString());
        MachineSnapshot end = run.at(run.simulation().end());
        assertEquals("CANONICAL V1", standing(end, Kind.CPU, "AVX"));
        assertEquals("DUPLICATE V1", standing(end, Kind.TASK, "AVX"));
    }

    @Test
    void aComponentThatChangesHandsAtTheSwitchIsNeverTakenFromTheBuffer() {
        Run run = Run.of(ScenarioLoader.load("../../examples/scenarios/pkru-init.c",
                Loaded.options("pkru_zero_5_14")).getFirst().scenario().orElseThrow(), "A");
        MachineSnapshot first = run.at(new Position(0, 0));
        assertEquals(Standing.CANONICAL, cell(first, Kind.CPU, "PKRU").standing());
        assertEquals(Standing.UNUSED, cell(first, Kind.TASK, "PKRU").standing());
        assertTrue(first.row(Kind.PARKED, 0).isPresent());
        assertFalse(cell(first, Kind.PARKED, "PKRU").value().isEmpty());
    }

    @Test
    void aTaskThatRunsNowhereHasItsStateInMemory() {
        Run run = Run.of(Loaded.one(KERNEL_FPU), "A preempt/A");
        MachineSnapshot off = run.end(2);
        assertEquals("no CPU", chip(off, Kind.TASK, "runs on").value());
        assertEquals("CANONICAL V1", standing(off, Kind.TASK, "AVX"));
        assertEquals("DUPLICATE V1", standing(off, Kind.CPU, "AVX"));
        assertEquals("A", chip(off, Kind.CPU, "valid for").value());
    }

    @Test
    void withinASwitchTheRegistersOfTheOneWhoLeavesAreNotCalledWrong() {
        Run run = Run.of(
                Loaded.one(
                        KERNEL_FPU.replace("task(A)", "task(B) { user_write(XFEATURE_AVX, B1); }\ntask(A)")),
                "");
        Simulation simulation = run.simulation();
        for (String move : List.of("B", "preempt/B")) {
            simulation.take(simulation.possibleMoves().indexOf(move));
        }
        MachineSnapshot restored = run.at(run.line("os_xrstor("));
        assertEquals("B", chip(restored, Kind.CPU, "owner").value());
        assertEquals("CHANGING init", standing(restored, Kind.CPU, "AVX"));
    }

    @Test
    void aModelInRuleFormHasNoMachine() {
        assertTrue(Snapshots.of(Loaded.one("bool x; rule(flip) { x = !x; }")).isEmpty());
    }
}
