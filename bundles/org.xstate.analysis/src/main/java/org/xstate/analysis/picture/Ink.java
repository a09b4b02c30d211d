package org.xstate.analysis.picture;

/**
 * A colour by its role, in a light and a dark form. Text roles have a contrast of at least 4.5 to the background of their
 * theme (WCAG 2.1, 1.4.3). No meaning is carried by a colour alone.
 *
 * @param light 0xRRGGBB on a light background
 * @param dark  0xRRGGBB on a dark background
 */
public record Ink(int light, int dark) {

    /** The dark one is that of text editors in the dark theme of Eclipse, beside which pictures lie. */
    public static final Ink BACKGROUND = new Ink(0xffffff, 0x1e1f22);
    public static final Ink TEXT = new Ink(0x1f2328, 0xe6edf3);
    public static final Ink QUIET_TEXT = new Ink(0x59636e, 0x9198a1);
    public static final Ink BAD_TEXT = new Ink(0xb3261e, 0xff8a80);
    public static final Ink WARNING_TEXT = new Ink(0x7d5200, 0xe3b341);
    public static final Ink GOOD_TEXT = new Ink(0x1a6b3c, 0x7ee2a8);
    public static final Ink LINE = new Ink(0x818b98, 0x6e7681);
    public static final Ink FAINT_LINE = new Ink(0xd0d7de, 0x3d4249);
    /** A row or column that stands out. */
    public static final Ink BAND = new Ink(0xf3f5f7, 0x282b30);
    /** Where something is wrong. */
    public static final Ink WRONG = new Ink(0xfde7e5, 0x4a1d1a);
    /** What is selected. */
    public static final Ink MARKED = new Ink(0x0550ae, 0x79c0ff);
    public static final Ink USER = new Ink(0xcfe3f7, 0x1f3f60);
    public static final Ink KERNEL = new Ink(0xe2e5e9, 0x3a4048);
    public static final Ink INTERRUPT = new Ink(0xf8dcb4, 0x5f4312);
    public static final Ink REGISTERS = new Ink(0xd9efdf, 0x173824);
    public static final Ink REGISTERS_LINE = new Ink(0x3f7d55, 0x5fae7b);
    public static final Ink MEMORY = new Ink(0xe9e1f7, 0x2e2350);
    public static final Ink MEMORY_LINE = new Ink(0x6a4fa3, 0xa58be0);

    public Ink {
        if ((light | dark) >>> 24 != 0) {
            throw new IllegalArgumentException("a colour has 24 bits");
        }
    }
}
