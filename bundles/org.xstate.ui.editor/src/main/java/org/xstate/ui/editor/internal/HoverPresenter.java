package org.xstate.ui.editor.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenter;
import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenterExtension;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Drawable;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;

/** Shows {@link HoverText} with a text widget: no browser is needed for a few bold words. */
final class HoverPresenter implements IInformationPresenter, IInformationPresenterExtension {

    /** How wide bold letters are beside plain ones. */
    private static final int BOLD = 6;
    private static final int PLAIN = 5;
    private static final Pattern MARK = Pattern.compile("<(/?b|br|hr)>");

    /** The platform asks the other method; its interface still has this one. */
    @Override
    @SuppressWarnings("deprecation")
    public String updatePresentation(Display display, String text, TextPresentation presentation, int width,
            int height) {
        return present(text, presentation);
    }

    @Override
    public String updatePresentation(Drawable drawable, String text, TextPresentation presentation, int width,
            int height) {
        String plain = present(text, presentation);
        if (drawable instanceof StyledText shown) {
            // only then: a widget that breaks lines takes all of the width
            shown.setWordWrap(width > 0 && widest(shown, plain) > width);
        }
        return plain;
    }

    /** In points, with what bold letters need. */
    private static int widest(StyledText shown, String text) {
        GC gc = new GC(shown);
        try {
            return text.lines().mapToInt(line -> gc.textExtent(line).x).max().orElse(0) * BOLD / PLAIN;
        } finally {
            gc.dispose();
        }
    }

    private static String present(String text, TextPresentation presentation) {
        StringBuilder plain = new StringBuilder();
        Matcher mark = MARK.matcher(text);
        int at = 0;
        int bold = 0;
        while (mark.find()) {
            plain.append(unescaped(text.substring(at, mark.start())));
            at = mark.end();
            switch (mark.group(1)) {
                case "b" -> bold = plain.length();
                case "/b" -> presentation.addStyleRange(
                        new StyleRange(bold, plain.length() - bold, null, null, SWT.BOLD));
                case "br" -> plain.append('\n');
                default -> plain.append("\n\n");
            }
        }
        return plain.append(unescaped(text.substring(at))).toString();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
