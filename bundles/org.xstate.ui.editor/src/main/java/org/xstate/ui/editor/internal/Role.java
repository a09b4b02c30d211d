package org.xstate.ui.editor.internal;

import org.eclipse.swt.SWT;

/** What a piece of text is, as far as it is shown in a colour or a face of its own. The dark theme's colours are in css/dark.css. */
enum Role {
    KEYWORD("keyword", "127,0,85", SWT.BOLD), DECLARATION("declaration", "127,0,85", SWT.BOLD), DIRECTIVE(
            "directive", "125,75,0", SWT.BOLD), TYPE("type", "0,80,110", SWT.NORMAL), COMMENT("comment",
                    "63,110,80", SWT.NORMAL), STRING("string", "42,0,225", SWT.NORMAL), NUMBER("number",
                            "130,70,0", SWT.NORMAL), LIBRARY("library", "0,90,140", SWT.ITALIC), FUNCTION(
                                    "function", "0,0,0", SWT.BOLD), HOOK("hook", "120,30,140",
                                            SWT.BOLD | SWT.ITALIC), CONSTANT("constant", "0,0,150",
                                                    SWT.ITALIC), KNOB("knob", "160,60,0", SWT.ITALIC), GLOBAL(
                                                            "global", "0,0,150", SWT.NORMAL), MEMBER("member",
                                                                    "0,70,160", SWT.NORMAL), SETTING(
                                                                            "setting", "100,60,0",
                                                                            SWT.BOLD), PROPERTY("property",
                                                                                    "0,100,60", SWT.ITALIC);

    private final String key;
    private final String colour;
    private final int face;

    Role(String key, String colour, int face) {
        this.key = key;
        this.colour = colour;
        this.face = face;
    }

    /** Of the preference with its colour. */
    String colourKey() {
        return "colour." + key;
    }

    /** Of the preference with its face: SWT's bits for bold and italic. */
    String faceKey() {
        return "face." + key;
    }

    String defaultColour() {
        return colour;
    }

    int defaultFace() {
        return face;
    }

    /** Of the name that people read. */
    String label() {
        return Messages.role(key);
    }
}
