package org.xstate.ui.images.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;
import org.xstate.analysis.image.ImageEdit;
import org.xstate.analysis.image.Span;
import org.xstate.ui.Copied;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.images.internal.hex.HexView;

/** What can be done in the editor, for menus and keys. */
final class ImageActions {

    private final ImageEditor editor;
    private final ImagePage page;
    private final Consumer<Optional<String>> refused;
    private final Map<String, IAction> global = new HashMap<>();
    private Optional<byte[]> sought = Optional.empty();

    ImageActions(ImageEditor editor, ImagePage page, Consumer<Optional<String>> refused) {
        this.editor = editor;
        this.page = page;
        this.refused = refused;
        global.put(ActionFactory.UNDO.getId(),
                new UndoActionHandler(editor.getEditorSite(), editor.edits().context()));
        global.put(ActionFactory.REDO.getId(),
                new RedoActionHandler(editor.getEditorSite(), editor.edits().context()));
        global.put(ActionFactory.COPY.getId(), new Run(Messages.action_copy, this::copy));
        global.put(ActionFactory.PASTE.getId(), new Run(Messages.action_paste, this::paste));
        global.put(ActionFactory.SELECT_ALL.getId(), new Run(Messages.action_selectAll, this::selectAll));
        global.put(ActionFactory.FIND.getId(), new Run(Messages.action_find, this::find));
        global.put(ActionFactory.REVERT.getId(), new Run(Messages.action_revert, editor.disk()::reload));
    }

    Map<String, IAction> global() {
        return global;
    }

    private HexView hex() {
        return page.hex();
    }

    private boolean inHex() {
        return hex().canvas().isFocusControl();
    }

    /** The field of text that has the keys, while a value is being typed. */
    private Optional<Text> text() {
        return editor.getSite().getShell().getDisplay().getFocusControl() instanceof Text text
                ? Optional.of(text)
                : Optional.empty();
    }

    byte[] selectedBytes() {
        Span span = hex().selection();
        return hex().content().bytes(span.offset(), span.length());
    }

    void copy() {
        text().ifPresentOrElse(Text::copy, () -> put(inHex()
                ? Clip.hex(selectedBytes())
                : page.fields().selection().stream()
                        .map(node -> NodeText.name(node) + "\t" + NodeText.value(node) + "\t"
                                + NodeText.meaning(node))
                        .collect(Collectors.joining("\n"))));
    }

    void copyC() {
        put(Clip.c(selectedBytes(), hex().selection().offset()));
    }

    private void put(String text) {
        if (!text.isEmpty()) {
            Copied.put(editor.getSite().getShell().getDisplay(), text);
        }
    }

    /** Over what is there, from the caret on: an image neither grows nor shrinks. */
    void paste() {
        Optional<Text> typing = text();
        if (typing.isPresent()) {
            typing.get().paste();
            return;
        }
        Optional<byte[]> bytes = Clip.get(editor.getSite().getShell().getDisplay()).flatMap(Clip::parse);
        if (bytes.isEmpty()) {
            refused.accept(Optional.of(Messages.paste_noBytes));
            return;
        }
        int at = hex().selection().offset();
        refused.accept(editor.edits().perform(
                NLS.bind(Messages.edit_paste, bytes.get().length, "0x" + Integer.toHexString(at)),
                List.of(new ImageEdit.Bytes(at, bytes.get()))));
    }

    private void selectAll() {
        text().ifPresentOrElse(Text::selectAll, () -> {
            if (inHex() && hex().content().size() > 0) {
                page.reveal(new Span(0, hex().content().size()));
            } else {
                page.fields().viewer().getTree().selectAll();
            }
        });
    }

    void goTo() {
        ask(Messages.goto_title, Messages.goto_text, "0x" + Integer.toHexString(hex().caret()),
                text -> offset(text).isEmpty()
                        ? NLS.bind(Messages.goto_invalid, hex().content().size() - 1)
                        : null)
                .flatMap(this::offset).ifPresent(at -> {
                    page.reveal(new Span(at, 1));
                    hex().canvas().setFocus();
                });
    }

    /** Decimal, or hexadecimal with 0x; a name of a field is its first byte. */
    Optional<Integer> offset(String text) {
        String plain = text.strip().toLowerCase(java.util.Locale.ROOT);
        boolean hexadecimal = plain.startsWith("0x");
        String digits = hexadecimal ? plain.substring(2) : plain;
        if (digits.matches(hexadecimal ? "[0-9a-f]{1,7}" : "[0-9]{1,9}")) {
            int at = Integer.parseInt(digits, hexadecimal ? 16 : 10);
            return at < hex().content().size() ? Optional.of(at) : Optional.empty();
        }
        return editor.model().shown().flatMap(shown -> shown.map().field(plain))
                .flatMap(place -> Node.of(place).spans().stream().findFirst()).map(Span::offset);
    }

    void find() {
        ask(Messages.find_title, Messages.find_text, sought.map(Clip::hex).orElse(""),
                text -> Clip.parse(text).isEmpty() ? Messages.find_invalid : null).flatMap(Clip::parse)
                .ifPresent(bytes -> {
                    sought = Optional.of(bytes);
                    findNext();
                });
    }

    void findNext() {
        if (sought.isEmpty()) {
            find();
            return;
        }
        find(sought.get());
    }

    /** Selects the next occurrence behind the caret, or from the start. */
    void find(byte[] bytes) {
        sought = Optional.of(bytes);
        int at = hex().find(bytes, hex().selection().offset() + 1);
        if (at < 0) {
            refused.accept(Optional.of(NLS.bind(Messages.find_nothing, Clip.hex(bytes))));
        } else {
            refused.accept(Optional.empty());
            page.reveal(new Span(at, bytes.length));
        }
    }

    private Optional<String> ask(String title, String text, String initial, IInputValidator validator) {
        InputDialog dialog = new InputDialog(editor.getSite().getShell(), title, text, initial, validator);
        return dialog.open() == Window.OK ? Optional.of(dialog.getValue()) : Optional.empty();
    }

    void toggleOffsets() {
        hex().setHexOffsets(!hex().hasHexOffsets());
    }

    /** What the selection in the tree is about, if it is a component. */
    Optional<Node> component() {
        return page.current().filter(node -> node.part().component().isPresent());
    }

    void perform(String label, ImageEdit edit) {
        refused.accept(editor.edits().perform(label, List.of(edit)));
    }

    void saveBytes() {
        file(Messages.saveBytes_title, Messages.saveBytes_name).ifPresent(path -> {
            try {
                Files.write(path, selectedBytes());
            } catch (IOException e) {
                editor.disk().failed(NLS.bind(Messages.save_failed, path, e.getMessage()), e);
            }
        });
    }

    void saveImage() {
        file(Messages.saveImage_title, Messages.saveImage_name)
                .ifPresent(path -> new RawImage(editor).save(path));
    }

    private Optional<Path> file(String title, String name) {
        return FileDialogs.save(editor.getSite().getShell(), title, name);
    }
}
