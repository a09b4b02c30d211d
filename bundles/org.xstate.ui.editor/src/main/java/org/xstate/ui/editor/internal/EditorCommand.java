package org.xstate.ui.editor.internal;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IConfigurationElement;

/** The commands of the editor; which one is said in the extension, behind the colon of the class. */
public final class EditorCommand extends AbstractHandler implements IExecutableExtension {

    private String command = "";

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        command = String.valueOf(data);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Optional<IEditorPart> part = Optional.ofNullable(HandlerUtil.getActiveEditor(event));
        part.filter(ModelCEditor.class::isInstance).map(ModelCEditor.class::cast).ifPresent(this::execute);
        return null;
    }

    private void execute(ModelCEditor editor) {
        switch (command) {
            case "definition" -> editor.openDefinition(editor.caret());
            case "references" -> References.search(editor);
            case "rename" -> Renames.ask(editor);
            case "format" -> Formatting.format(editor);
            case "comment" -> Commenting.toggle(editor);
            case "bracket" -> editor.goToBracket();
            default -> throw new IllegalStateException("no command '" + command + "'");
        }
    }
}
