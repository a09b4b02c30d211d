package org.xstate.ui.check.internal.designs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.ui.IMemento;

/** What the view was asked the last time, kept with the window. */
final class QuestionMemory {

    private static final String NODE = "question";
    private static final String FILE = "design";

    private QuestionMemory() {
    }

    static void write(Question question, IMemento memento) {
        IMemento node = memento.createChild(NODE);
        node.putString("updated", question.updated());
        node.putString("bystander", question.bystander());
        node.putString("kernel", question.kernel());
        node.putString("profile", question.profile());
        node.putString("knobs", question.knobs());
        question.own().forEach(file -> node.createChild(FILE).putString("file", file.toString()));
    }

    /** The standard question if there is nothing; files that are gone are left out. */
    static Question read(Optional<IMemento> memento) {
        return memento.flatMap(one -> Optional.ofNullable(one.getChild(NODE))).map(QuestionMemory::read)
                .orElse(Question.STANDARD);
    }

    private static Question read(IMemento node) {
        List<Path> own = Arrays.stream(node.getChildren(FILE)).map(child -> text(child, "file"))
                .filter(name -> !name.isEmpty()).map(Path::of).filter(Files::isRegularFile).toList();
        return new Question(text(node, "updated"), text(node, "bystander"), text(node, "kernel"),
                text(node, "profile"), text(node, "knobs"), own);
    }

    private static String text(IMemento node, String key) {
        return Optional.ofNullable(node.getString(key)).orElse("");
    }
}
