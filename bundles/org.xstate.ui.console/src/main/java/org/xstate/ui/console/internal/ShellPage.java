package org.xstate.ui.console.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.TraverseEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.part.IPageBookViewPage;
import org.eclipse.ui.part.IPageSite;
import org.xstate.ui.Palette;

/** The console's output with a line for commands below it. */
final class ShellPage implements IPageBookViewPage {

    private static final String BUNDLE = "org.xstate.ui.console";
    private static final String HELP = "org.xstate.ui.help.console";

    private final IPageBookViewPage output;
    private final ShellConsole console;
    private final Action stop = action(Messages.shell_stop, "icons/stop.svg", this::stop);
    private final Action clear = action(Messages.shell_clear, "icons/clear.svg", this::clear);
    private Composite area;
    private Text input;
    private boolean dark;

    ShellPage(IPageBookViewPage output, ShellConsole console) {
        this.output = output;
        this.console = console;
    }

    private static Action action(String text, String icon, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(text.replace("&", ""));
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, icon).ifPresent(action::setImageDescriptor);
        return action;
    }

    @Override
    public void createControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(area);
        output.createControl(area);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(output.getControl());
        Label prompt = new Label(area, SWT.NONE);
        prompt.setText(Messages.shell_prompt);
        prompt.setFont(JFaceResources.getTextFont());
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(4, 0).applyTo(prompt);
        input = new Text(area, SWT.SINGLE | SWT.BORDER);
        input.setFont(JFaceResources.getTextFont());
        input.setMessage(Messages.shell_hint);
        input.setToolTipText(Messages.shell_tooltip);
        input.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.shell_accessible;
            }
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(input);
        input.addKeyListener(KeyListener.keyPressedAdapter(this::keyPressed));
        input.addTraverseListener(this::traversed);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, HELP);
        area.addPaintListener(event -> followTheme());
        dark = Palette.isDark(output.getControl());
        console.useColours(dark);
        console.onChange(() -> PlatformUI.getWorkbench().getDisplay().asyncExec(this::showRunning));
        showRunning();
    }

    private void followTheme() {
        boolean now = Palette.isDark(output.getControl());
        if (now != dark) {
            dark = now;
            console.useColours(dark);
            output.getControl().redraw();
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean control = (event.stateMask & SWT.MODIFIER_MASK) == SWT.CTRL;
        if (control && event.keyCode == 'c' && input.getSelectionCount() == 0) {
            stop();
        } else if (control && event.keyCode == 'l') {
            clear();
        } else if (event.stateMask == 0) {
            switch (event.keyCode) {
                case SWT.CR, SWT.KEYPAD_CR -> run();
                case SWT.ARROW_UP -> recall(event, console.history().earlier());
                case SWT.ARROW_DOWN -> recall(event, console.history().later());
                default -> {
                    // typed
                }
            }
        }
    }

    private void recall(KeyEvent event, String line) {
        event.doit = false;
        show(line);
    }

    private void show(String line) {
        input.setText(line);
        input.setSelection(line.length());
    }

    private void run() {
        if (!console.isRunning()) {
            String line = input.getText();
            input.setText("");
            console.run(line);
        }
    }

    private void stop() {
        console.stop();
    }

    private void clear() {
        console.clearConsole();
    }

    /** Tab completes where there is something; from an empty line it leaves, as everywhere. */
    private void traversed(TraverseEvent event) {
        if (event.detail == SWT.TRAVERSE_TAB_NEXT && event.stateMask == 0 && !input.getText().isEmpty()) {
            event.doit = false;
            complete();
        }
    }

    private void complete() {
        String line = input.getText().substring(0, input.getCaretPosition());
        // behind a pipe another command begins
        String part = line.substring(line.lastIndexOf('|') + 1).stripLeading();
        List<String> words = new ArrayList<>(Arrays.asList(part.split("\\s+", -1)));
        List<String> candidates = console.complete(words);
        String last = words.getLast();
        String common = common(candidates).orElse(last);
        boolean whole = candidates.size() == 1 && !common.endsWith("/");
        String added = common.substring(last.length()) + (whole ? " " : "");
        if (added.isEmpty() && candidates.size() > 1) {
            console.say(candidates.stream().collect(Collectors.joining("  ")));
        }
        input.insert(added);
    }

    /** What all begin with. */
    private static Optional<String> common(List<String> words) {
        return words.stream().reduce((a, b) -> {
            int same = 0;
            while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
                same++;
            }
            return a.substring(0, same);
        });
    }

    private void showRunning() {
        if (!area.isDisposed()) {
            stop.setEnabled(console.isRunning());
        }
    }

    @Override
    public void setActionBars(IActionBars bars) {
        output.setActionBars(bars);
        IToolBarManager tools = bars.getToolBarManager();
        tools.appendToGroup(IConsoleConstants.LAUNCH_GROUP, stop);
        tools.appendToGroup(IConsoleConstants.OUTPUT_GROUP, clear);
    }

    @Override
    public void init(IPageSite site) throws PartInitException {
        output.init(site);
    }

    @Override
    public IPageSite getSite() {
        return output.getSite();
    }

    @Override
    public Control getControl() {
        return area;
    }

    @Override
    public void setFocus() {
        input.setFocus();
    }

    @Override
    public void dispose() {
        console.onChange(() -> {
        });
        output.dispose();
        area.dispose();
    }
}
