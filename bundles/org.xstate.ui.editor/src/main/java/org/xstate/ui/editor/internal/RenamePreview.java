package org.xstate.ui.editor.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jface.viewers.CheckboxTreeViewer;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.TextEdit;

/** Lines that are going to change, by file, as they would be. */
final class RenamePreview {

    /** A line with its edits. @param text as it is going to be */
    record Line(String file, int line, String text, List<TextEdit> edits) {
    }

    private record Group(String file, List<Line> lines) implements FileGroups.Group {
    }

    private RenamePreview() {
    }

    static CheckboxTreeViewer create(Composite parent) {
        CheckboxTreeViewer viewer = new CheckboxTreeViewer(parent, SWT.BORDER | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setContentProvider(new FileGroups());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        viewer.getTree().setToolTipText(Messages.rename_tip);
        viewer.addCheckStateListener(event -> {
            viewer.setGrayed(event.getElement(), false);
            if (event.getElement() instanceof Group group) {
                group.lines().forEach(line -> viewer.setChecked(line, event.getChecked()));
            }
        });
        return viewer;
    }

    static void show(CheckboxTreeViewer viewer, List<SourceIndex> indices,
            Map<String, List<TextEdit>> files) {
        List<Group> groups = new ArrayList<>();
        files.forEach((file, edits) -> {
            SourceText text = indices.stream().flatMap(index -> index.text(file).stream()).findFirst()
                    .orElseThrow();
            Map<Integer, List<TextEdit>> byLine = new TreeMap<>();
            edits.forEach(edit -> byLine.computeIfAbsent(text.line(edit.offset()), _ -> new ArrayList<>())
                    .add(edit));
            List<Line> lines = new ArrayList<>();
            byLine.forEach((line, all) -> lines.add(new Line(file, line, changed(text, line, all), all)));
            groups.add(new Group(file, lines));
        });
        viewer.setInput(groups);
        viewer.expandAll();
        groups.forEach(group -> viewer.setSubtreeChecked(group, true));
    }

    private static String changed(SourceText text, int line, List<TextEdit> edits) {
        int start = text.lineStart(line);
        return TextEdit.apply(text.lineText(line), edits.stream()
                .map(edit -> new TextEdit(edit.offset() - start, edit.length(), edit.replacement())).toList())
                .strip();
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {
        @Override
        public StyledString getStyledText(Object element) {
            return switch (element) {
                case Group(String file, List<Line> lines) ->
                    new StyledString(file).append("  " + lines.size(),
                            StyledString.COUNTER_STYLER);
                case Line line ->
                    new StyledString(line.line() + ": ", StyledString.QUALIFIER_STYLER).append(line.text());
                default -> new StyledString();
            };
        }

        @Override
        public org.eclipse.swt.graphics.Image getImage(Object element) {
            return element instanceof Group ? Pictures.image("model") : Pictures.image("member");
        }
    }
}
