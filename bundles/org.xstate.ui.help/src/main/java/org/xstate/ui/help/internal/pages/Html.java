package org.xstate.ui.help.internal.pages;

/** What generated pages have in common. */
final class Html {

    private static final String STYLE = "topic/org.xstate.ui.help/pages/help.css";

    private Html() {
    }

    /** @param body HTML */
    static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta http-equiv="Content-Type" content="text/html; charset=utf-8">
                <title>%s</title>
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(escaped(title), STYLE, body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
