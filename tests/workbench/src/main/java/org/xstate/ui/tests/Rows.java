package org.xstate.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Rows of tables and trees: texts of columns joined by {@code |}. */
public final class Rows {

    private Rows() {
    }

    public static List<String> of(Table table) {
        return Ui.on(() -> Arrays.stream(table.getItems()).map(item -> text(item, table)).toList());
    }

    /** Every row that is expanded, indented by two blanks for each level. */
    public static List<String> of(Tree tree) {
        return Ui.on(() -> Arrays.stream(tree.getItems()).flatMap(item -> lines(item, tree, "").stream())
                .toList());
    }

    private static List<String> lines(TreeItem item, Tree tree, String indent) {
        List<String> lines = new java.util.ArrayList<>(List.of(indent + text(item, tree)));
        if (item.getExpanded()) {
            for (TreeItem child : item.getItems()) {
                lines.addAll(lines(child, tree, indent + "  "));
            }
        }
        return lines;
    }

    private static String text(TableItem item, Table table) {
        return IntStream.range(0, Math.max(1, table.getColumnCount())).mapToObj(item::getText)
                .collect(Collectors.joining("|"));
    }

    private static String text(TreeItem item, Tree tree) {
        return IntStream.range(0, Math.max(1, tree.getColumnCount())).mapToObj(item::getText)
                .collect(Collectors.joining("|"));
    }

    /** Selects a row, as a click does. @param column whose text is compared */
    public static void select(Table table, int column, String text) {
        TableItem item = row(table, column, text);
        Ui.on(() -> {
            table.setSelection(item);
            table.showItem(item);
            return null;
        });
        Ui.send(table, SWT.Selection, event(item));
    }

    /** Double-clicks a row. */
    public static void open(Table table, int column, String text) {
        select(table, column, text);
        Ui.send(table, SWT.DefaultSelection, event(row(table, column, text)));
    }

    private static TableItem row(Table table, int column, String text) {
        return Ui.on(() -> Arrays.stream(table.getItems()).filter(item -> item.getText(column).equals(text))
                .findFirst().orElseThrow(() -> new AssertionError("no row \"" + text + "\"")));
    }

    /** Expands down to a row and selects it, as clicks do. @param path texts of the first column, from the root */
    public static TreeItem select(Tree tree, String... path) {
        TreeItem found = at(tree, path);
        Ui.on(() -> {
            tree.setSelection(found);
            tree.showItem(found);
            return null;
        });
        Ui.send(tree, SWT.Selection, event(found));
        return found;
    }

    /** Double-clicks a row. */
    public static void open(Tree tree, String... path) {
        Ui.send(tree, SWT.DefaultSelection, event(select(tree, path)));
    }

    private static TreeItem at(Tree tree, String... path) {
        TreeItem item = child(Ui.on(tree::getItems), path[0]);
        for (int i = 1; i < path.length; i++) {
            expand(tree, item);
            TreeItem parent = item;
            item = child(Ui.on(parent::getItems), path[i]);
        }
        return item;
    }

    /** Expands a row, as a click on its arrow does. */
    public static void expand(Tree tree, TreeItem item) {
        if (!Ui.on(item::getExpanded)) {
            Ui.send(tree, SWT.Expand, event(item));
            Ui.on(() -> {
                item.setExpanded(true);
                return null;
            });
            Ui.settle();
        }
    }

    private static TreeItem child(TreeItem[] items, String text) {
        return Ui.on(() -> Arrays.stream(items).filter(item -> item.getText().equals(text)).findFirst()
                .orElseThrow(() -> new AssertionError("no \"" + text + "\" in "
                        + Arrays.stream(items).map(TreeItem::getText).toList())));
    }

    private static Event event(org.eclipse.swt.widgets.Item item) {
        Event event = new Event();
        event.item = item;
        return event;
    }
}
