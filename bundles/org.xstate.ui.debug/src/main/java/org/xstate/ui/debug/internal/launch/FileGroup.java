package org.xstate.ui.debug.internal.launch;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.debug.internal.Messages;

/** The field for a file, of the workspace or outside. */
final class FileGroup {

    private final Text text;

    /** @param ending of the files: {@code .c} @param changed told when another one is entered */
    FileGroup(Composite parent, String title, String ending, Runnable changed) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        text = new Text(group, SWT.BORDER | SWT.SINGLE);
        text.setToolTipText(Messages.file_tip);
        text.getAccessible().addAccessibleListener(new org.eclipse.swt.accessibility.AccessibleAdapter() {
            @Override
            public void getName(org.eclipse.swt.accessibility.AccessibleEvent event) {
                event.result = title;
            }
        });
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(text);
        text.addModifyListener(_ -> changed.run());
        Composite space = new Composite(group, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, 1).applyTo(space);
        button(group, Messages.file_workspace, () -> workspace(ending));
        button(group, Messages.file_system, () -> disk(ending));
    }

    private static void button(Composite parent, String name, Runnable work) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(name);
        Dialog.applyDialogFont(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> work.run()));
    }

    private void workspace(String ending) {
        FilteredResourcesSelectionDialog dialog = new FilteredResourcesSelectionDialog(text.getShell(), false,
                ResourcesPlugin.getWorkspace().getRoot(), IResource.FILE);
        dialog.setTitle(Messages.file_title);
        dialog.setInitialPattern("*" + ending);
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof IFile file) {
            text.setText(Files.kept(file));
        }
    }

    private void disk(String ending) {
        FileDialogs.open(text.getShell(), Messages.file_title, "*" + ending, "*")
                .ifPresent(file -> text.setText(file.toString()));
    }

    String get() {
        return text.getText().strip();
    }

    void set(String file) {
        if (!file.equals(text.getText())) {
            text.setText(file);
        }
    }

    /** What is wrong with it; empty if it can be read. */
    Optional<String> problem() {
        if (get().isEmpty()) {
            return Optional.of(Messages.no_file_chosen);
        }
        try {
            return java.nio.file.Files.isReadable(java.nio.file.Path.of(Files.location(get())))
                    ? Optional.empty()
                    : Optional.of(org.eclipse.osgi.util.NLS.bind(Messages.no_file, get()));
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.of(org.eclipse.osgi.util.NLS.bind(Messages.no_file, get()));
        }
    }

    /** The scenarios of the file; none if it cannot be read. */
    List<String> scenarios() {
        try {
            return problem().isPresent() ? List.of() : Scenarios.of(Files.location(get()));
        } catch (org.eclipse.core.runtime.CoreException e) {
            return List.of();
        }
    }
}
