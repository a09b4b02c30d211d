package org.xstate.ui.check.internal.checks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.check.CheckReport;
import org.xstate.model.ir.Program;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceLine;
import org.xstate.ui.check.internal.Messages;

/**
 * A problem for each violated scenario of a file in the workspace: at the statement of the counterexample with which things go
 * wrong, if that lies in the file, else at the property, else at the file's last statement in the counterexample.
 */
public final class ViolationMarkers {

    public static final String TYPE = "org.xstate.ui.check.violation";
    public static final String SCENARIO = "scenario";
    public static final String SOURCE = "checkedFile";

    private ViolationMarkers() {
    }

    /** Takes away what was there of the scenario, and marks it if it is violated and was not expected to be right. */
    static void mark(CheckedItem item) throws CoreException {
        Optional<IFile> file = Target.resource(item.file());
        if (file.isEmpty()) {
            return;
        }
        clear(file.get(), item.summary().scenario());
        Optional<CheckReport> report = item.content().report();
        if (report.flatMap(CheckReport::trace).isPresent()) {
            add(file.get(), item, report.get(), report.get().trace().orElseThrow());
        }
    }

    static void clear(IFile file, String scenario) throws CoreException {
        for (IMarker marker : file.findMarkers(TYPE, true, IResource.DEPTH_ZERO)) {
            if (marker.getAttribute(SCENARIO, "").equals(scenario)) {
                marker.delete();
            }
        }
    }

    private static void add(IFile file, CheckedItem item, CheckReport report, Trace trace)
            throws CoreException {
        IMarker marker = file.createMarker(TYPE);
        boolean expected = item.summary().passed();
        marker.setAttribute(IMarker.SEVERITY, expected ? IMarker.SEVERITY_INFO : IMarker.SEVERITY_ERROR);
        marker.setAttribute(IMarker.MESSAGE,
                NLS.bind(expected ? Messages.check_violationExpected : Messages.check_violation,
                        new Object[]{report.property().orElse(""),
                            trace.end().map(end -> end.sentence()).orElse(""), trace.steps().size(),
                            report.scenario().name()}));
        marker.setAttribute(IMarker.LINE_NUMBER, line(report, trace, item.file()));
        marker.setAttribute(SCENARIO, report.scenario().name());
        marker.setAttribute(SOURCE, item.file().toString());
    }

    private static int line(CheckReport report, Trace trace, Path file) {
        String name = file.getFileName().toString();
        List<TraceLine> own = trace.steps().stream().flatMap(step -> step.lines().stream())
                .filter(line -> line.file().equals(name)).toList();
        return own.reversed().stream().filter(line -> line.mark().isPresent()).findFirst()
                .map(TraceLine::line)
                .or(() -> property(report))
                .or(() -> own.reversed().stream().findFirst().map(TraceLine::line)).orElse(1);
    }

    private static Optional<Integer> property(CheckReport report) {
        return report.scenario().program().properties().stream()
                .filter(one -> report.property().filter(one.name()::equals).isPresent())
                .map(Program.Property::span)
                .filter(span -> span.file().equals(report.scenario().source())).map(span -> span.line())
                .findFirst();
    }
}
