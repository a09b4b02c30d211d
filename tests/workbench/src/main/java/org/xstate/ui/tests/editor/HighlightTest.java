package org.xstate.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** How the text of the seed example is shown. */
class HighlightTest {

    private ModelEditor editor;

    @BeforeEach
    void open() {
        editor = ModelEditor.open("examples/seed/begin-finish.c");
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private StyleRange at(String text) {
        int offset = editor.text().indexOf(text);
        return Ui.on(() -> editor.widget().getStyleRangeAtOffset(offset));
    }

    @Test
    void aFileInModelCOpensInItsEditor() {
        assertEquals(ModelEditor.ID, editor.part().getSite().getId());
    }

    @Test
    void keywordsAreBoldAndOfAnotherColourThanComments() {
        StyleRange keyword = at("struct ");
        StyleRange comment = at("/*");
        assertTrue((keyword.fontStyle & SWT.BOLD) != 0);
        assertTrue(!keyword.foreground.equals(comment.foreground));
    }
}
