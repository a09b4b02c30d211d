package org.xstate.ui.check.internal.checks;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Opening;
import org.xstate.ui.check.internal.counterexamples.CounterexamplesView;

/** What can be done about a violation that is marked in a file. */
public final class OpenCounterexample implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return marker.exists();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return new IMarkerResolution[]{new Resolution(Messages.fix_debug, true),
            new Resolution(Messages.fix_show, false)};
    }

    private static final class Resolution implements IMarkerResolution {

        private final String label;
        private final boolean debug;

        Resolution(String label, boolean debug) {
            this.label = label;
            this.debug = debug;
        }

        @Override
        public String getLabel() {
            return label;
        }

        @Override
        public void run(IMarker marker) {
            Checks.get().restore();
            Path file = Path.of(marker.getAttribute(ViolationMarkers.SOURCE, ""));
            String scenario = marker.getAttribute(ViolationMarkers.SCENARIO, "");
            Optional<CheckedItem> item = Checks.get().items().stream()
                    .filter(one -> one.file().equals(file) && one.summary().scenario().equals(scenario)
                            && one.content().trace().isPresent())
                    .findFirst();
            item.ifPresentOrElse(this::show, () -> Opening.problem(Messages.fix_gone));
        }

        private void show(CheckedItem item) {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            if (debug) {
                Known.counterexample(item, window.getShell(),
                        found -> Opening.recording(item.summary().source() + " " + item.summary().scenario(),
                                found.scenario(), found.file()));
            } else {
                CounterexamplesView.reveal(window.getActivePage(), item);
            }
        }
    }
}
