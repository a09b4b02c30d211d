package org.xstate.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a Java source as rules look at it. */
final class JavaText {

    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|/\\*.*?\\*/|//[^\\n]*",
            Pattern.DOTALL);

    private JavaText() {
    }

    /** With blanks in place of comments; literals stay. Lines keep their numbers. */
    static String withoutComments(String source) {
        return COMMENT_OR_LITERAL.matcher(source)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().startsWith("/")
                        ? found.group().replaceAll("[^\\n]", " ")
                        : found.group()));
    }
}
