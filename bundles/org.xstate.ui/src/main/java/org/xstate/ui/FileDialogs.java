package org.xstate.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks for files, with the system's dialog; somebody else may answer in its place, since no program can drive it. */
public final class FileDialogs {

    /**
     * What is asked for.
     *
     * @param title     what the dialog says
     * @param suggested name that is proposed for a new file; empty when a file is to be opened
     * @param patterns  {@code *.svg}; none for all files
     * @param several   whether more than one file may be chosen
     */
    public record Question(String title, Optional<String> suggested, List<String> patterns, boolean several) {
        public Question {
            Objects.requireNonNull(title);
            Objects.requireNonNull(suggested);
            patterns = List.copyOf(patterns);
        }
    }

    /** Answers with the files that are meant; none if the user thinks better of it. */
    @FunctionalInterface
    public interface Answerer {
        List<Path> answer(Shell parent, Question question);
    }

    private static final AtomicReference<Answerer> ANSWERER = new AtomicReference<>(FileDialogs::ask);
    private static final AtomicReference<Optional<Path>> FOLDER = new AtomicReference<>(Optional.empty());

    private FileDialogs() {
    }

    /** Where something new goes; the user was asked if it replaces another file. */
    public static Optional<Path> save(Shell parent, String title, String suggested, String... patterns) {
        return ANSWERER.get().answer(parent,
                new Question(title, Optional.of(suggested), Arrays.asList(patterns), false))
                .stream().findFirst();
    }

    public static Optional<Path> open(Shell parent, String title, String... patterns) {
        return ANSWERER.get()
                .answer(parent, new Question(title, Optional.empty(), Arrays.asList(patterns), false))
                .stream().findFirst();
    }

    /** As many as the user chooses. */
    public static List<Path> openSeveral(Shell parent, String title, String... patterns) {
        return ANSWERER.get().answer(parent,
                new Question(title, Optional.empty(), Arrays.asList(patterns), true));
    }

    /** Lets somebody else answer until what is returned is closed. */
    public static AutoCloseable answeredBy(Answerer answerer) {
        ANSWERER.set(Objects.requireNonNull(answerer));
        return () -> ANSWERER.set(FileDialogs::ask);
    }

    private static List<Path> ask(Shell parent, Question question) {
        boolean saving = question.suggested().isPresent();
        FileDialog dialog = new FileDialog(parent,
                (saving ? SWT.SAVE : SWT.OPEN) | (question.several() ? SWT.MULTI : SWT.NONE));
        dialog.setText(question.title());
        question.suggested().ifPresent(dialog::setFileName);
        dialog.setOverwrite(saving);
        dialog.setFilterExtensions(
                question.patterns().isEmpty()
                        ? new String[]{"*"}
                        : question.patterns().toArray(new String[0]));
        FOLDER.get().ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        if (dialog.open() == null) {
            return List.of();
        }
        Path folder = Path.of(dialog.getFilterPath());
        FOLDER.set(Optional.of(folder));
        return Stream.of(dialog.getFileNames()).map(folder::resolve).toList();
    }
}
