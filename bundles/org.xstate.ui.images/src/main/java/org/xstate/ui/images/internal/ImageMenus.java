package org.xstate.ui.images.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.xstate.analysis.image.ImageEdit;
import org.xstate.analysis.image.ImageMap;
import org.xstate.api.ImageRecord;
import org.xstate.ui.PartExports;

/** Context menus of the fields and of the bytes. */
final class ImageMenus {

    private final ImageEditor editor;
    private final ImagePage page;
    private final ImageActions actions;

    ImageMenus(ImageEditor editor, ImagePage page, ImageActions actions) {
        this.editor = editor;
        this.page = page;
        this.actions = actions;
        menu("fields", page.fields().viewer().getTree(), page.fields().viewer(), this::fields);
        menu("bytes", page.hex().canvas(), editor.getSite().getSelectionProvider(), this::bytes);
    }

    private interface Filling {
        void fill(IMenuManager menu);
    }

    private void menu(String name, Control control, ISelectionProvider selection, Filling filling) {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(filling::fill);
        control.setMenu(menu.createContextMenu(control));
        editor.getEditorSite().registerContextMenu(ImageEditor.ID + "." + name, menu, selection, false);
    }

    private boolean changeable() {
        return editor.model().shown().filter(shown -> shown.place().isPresent()).isPresent()
                && editor.model().file().filter(file -> file.isChangeable()).isPresent();
    }

    private void fields(IMenuManager menu) {
        Optional<Node> node = page.current();
        menu.add(new Run(Messages.action_change,
                () -> node.ifPresent(one -> page.fields().viewer().editElement(one, 1)))
                .when(changeable() && node.filter(one -> one.field().isPresent()
                        && !one.spans().isEmpty()).isPresent()));
        menu.add(new Separator());
        actions.component().ifPresent(one -> state(menu, one.part()));
        menu.add(new Separator());
        menu.add(new Run(Messages.action_copy, actions::copy));
        common(menu);
    }

    private void state(IMenuManager menu, ImageMap.Part part) {
        int number = part.component().orElseThrow();
        boolean header = editor.model().shown().filter(shown -> shown.record()
                .format() == ImageRecord.AreaFormat.XSAVE).isPresent();
        boolean inUse = part.mark() == ImageMap.Mark.IN_USE || part.mark() == ImageMap.Mark.MISSING;
        String inUseText = NLS.bind(Messages.action_inUse, part.name(), number);
        String clear = NLS.bind(Messages.action_notInUse, part.name(), number);
        String init = NLS.bind(Messages.action_init, part.name());
        menu.add(new Run(inUseText, () -> actions.perform(inUseText, new ImageEdit.InUse(number)))
                .when(changeable() && header && !inUse));
        menu.add(new Run(clear, () -> actions.perform(clear, new ImageEdit.NotInUse(number)))
                .when(changeable() && header && inUse));
        menu.add(new Run(init, () -> actions.perform(init, new ImageEdit.Init(number)))
                .when(changeable() && header && part.mark() != ImageMap.Mark.INIT));
    }

    private void bytes(IMenuManager menu) {
        menu.add(new Run(Messages.action_copy, actions::copy));
        menu.add(new Run(Messages.action_copyC, actions::copyC));
        menu.add(new Run(Messages.action_saveBytes, actions::saveBytes));
        menu.add(new Run(Messages.action_paste, actions::paste).when(changeable()));
        menu.add(new Separator());
        menu.add(new Run(Messages.action_goTo, actions::goTo));
        menu.add(new Run(Messages.action_find, actions::find));
        menu.add(new Run(Messages.action_findNext, actions::findNext));
        Run decimal = new Run(
                page.hex().hasHexOffsets() ? Messages.action_decimal : Messages.action_hexadecimal,
                actions::toggleOffsets);
        menu.add(decimal);
        common(menu);
    }

    private void common(IMenuManager menu) {
        menu.add(new Separator());
        MenuManager compare = new MenuManager(Messages.action_compare);
        List<ImageRecord> records = editor.model().shown().map(Shown::records).orElse(List.of());
        int shown = editor.model().shown().map(Shown::index).orElse(0);
        for (int i = 0; i < Math.min(records.size(), Comparing.MOST_IN_MENU); i++) {
            int other = i;
            if (other != shown) {
                compare.add(new Run(records.get(i).label(), () -> Comparing.withImage(editor, other)));
            }
        }
        compare.add(new Separator());
        compare.add(
                new Run(Messages.action_compareDisk, editor.disk()::compareWithDisk).when(editor.isDirty()));
        compare.add(new Run(Messages.action_compareFile, () -> Comparing.withFile(editor)));
        menu.add(compare);
        menu.add(new Run(Messages.action_saveImage, actions::saveImage));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        PartExports.addTo(editor.getSite(), menu);
    }
}
