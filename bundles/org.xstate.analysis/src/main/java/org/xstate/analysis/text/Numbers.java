package org.xstate.analysis.text;

/** Numbers for people. */
public final class Numbers {

    private Numbers() {
    }

    /**
     * With a comma before every third digit from the right: {@code 2,440}. Not {@code %,d}: a formatter's first use takes
     * a tenth of the time of a short command.
     *
     * @param count not negative
     */
    public static String grouped(int count) {
        StringBuilder text = new StringBuilder().append(count);
        for (int comma = text.length() - 3; comma > 0; comma -= 3) {
            text.insert(comma, ',');
        }
        return text.toString();
    }
}
