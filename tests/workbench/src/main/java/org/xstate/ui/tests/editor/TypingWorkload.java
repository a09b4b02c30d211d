package org.xstate.ui.tests.editor;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.custom.StyledText;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.bench.Workload;

/** A design of thousands of lines, typed into at its beginning, in the middle and at its end, scrolled and undone. */
final class TypingWorkload implements Workload {

    private static final int FUNCTIONS = Boolean.getBoolean("xstate.ui.tests.bench") ? 500 : 150;
    private static final int PAGES = 10;

    private ModelEditor editor;

    @Override
    public String name() {
        return "a model of %,d lines typed into".formatted(text().lines().count());
    }

    @Override
    public void prepare() throws Exception {
        Path folder = Files.createTempDirectory("typing");
        Path seed = ModelEditor.seed(folder);
        Files.writeString(folder.resolve("large.c"), Files.readString(seed) + text());
        editor = ModelEditor.open(folder.resolve("large.c"));
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < FUNCTIONS; i++) {
            text.append("""

                    /* Which of two numbers is greater, number %d. */
                    static int greater_%1$d(int one, int other)
                    {
                    	int result = one;

                    	if (other > one) {
                    		result = other;
                    	}
                    	return result;
                    }
                    """.formatted(i));
        }
        return text.toString();
    }

    @Override
    public void run() {
        StyledText text = editor.widget();
        for (int function : new int[]{0, FUNCTIONS / 2, FUNCTIONS - 1}) {
            editor.caret("int result = one;", function + 1);
            Keys.type(text, "o", "t", "h", "e", "r", " ", "=", " ", "o", "n", "e", ";");
        }
        for (int i = 0; i < PAGES; i++) {
            Ui.on(() -> {
                text.setTopIndex(text.getTopIndex() - text.getClientArea().height / text.getLineHeight());
                return null;
            });
            Ui.settle();
        }
        ModelEditor.execute("org.eclipse.ui.edit.undo");
        editor.caret("int result", 1);
        ModelEditor.execute("org.eclipse.ui.edit.undo");
    }

    @Override
    public void end() {
        editor.close();
    }
}
