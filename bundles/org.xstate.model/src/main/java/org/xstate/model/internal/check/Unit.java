package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ir.Program;

/** What has been checked so far, on its way to a program. */
final class Unit {
    final List<Program.Variable> globals = new ArrayList<>();
    final List<Program.Variable> perCpu = new ArrayList<>();
    final List<Program.Pool> pools = new ArrayList<>();
    final List<String> tokens = new ArrayList<>();
    final List<Program.Function> functions = new ArrayList<>();
    final List<Program.Task> tasks = new ArrayList<>();
    final List<Program.Interrupt> interrupts = new ArrayList<>();
    final List<Program.Setup> setups = new ArrayList<>();
    final List<Program.Rule> rules = new ArrayList<>();
    final List<Program.Property> properties = new ArrayList<>();
    final List<Program.Knob> knobs = new ArrayList<>();
    final List<Program.Scenario> scenarios = new ArrayList<>();
    /** Names of properties, those of other scenarios included. */
    final Set<String> claims = new TreeSet<>();
    /** Whether something belongs to a scenario for which the program is not made. */
    boolean leavesOut;
    final List<Program.Component> components = new ArrayList<>();
    final Map<String, Declaration.Function> declared = new LinkedHashMap<>();
}
