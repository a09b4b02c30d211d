package org.xstate.model.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The kernel's coding style, Documentation/process/coding-style.rst of Linux. */
class SourceFormatterTest {

    private static String format(String text, int width) {
        return TextEdit.apply(text, SourceFormatter.format(SourceText.of("x.c", text), width).orElseThrow());
    }

    private static void becomes(String wanted, String text) {
        assertEquals(wanted, format(text, 80));
        assertEquals(wanted, format(wanted, 80));
    }

    @Test
    void theBraceOfAFunctionIsOnALineOfItsOwnOthersAreNot() {
        becomes("void f(void)\n{\n\tif (x) {\n\t\ty();\n\t\tz();\n\t} else {\n\t\tw();\n\t}\n}\n",
                "void f(void) {\nif(x)\n{\ny();z();\n}\nelse\n{\nw();\n}\n}");
    }

    @Test
    void aStatementWithoutBracesIsATabFurtherIn() {
        becomes("void f(void)\n{\n\tfor (int i = 0; i < 4; i++)\n\t\tif (a[i])\n\t\t\tb();\n}\n",
                "void f(void)\n{\nfor(int i=0;i<4;i++) if(a[i]) b();\n}\n");
    }

    @Test
    void casesStandUnderTheirSwitchAndLabelsInTheFirstColumn() {
        becomes("void f(void)\n{\n\tswitch (x) {\n\tcase 1:\n\t\ty();\n\t\tbreak;\n\tdefault:\n\t\tgoto out;\n\t}\nout:\n\treturn;\n}\n",
                "void f(void)\n{\n\tswitch (x) {\n\t\tcase 1:\n\t\ty();\n\t\tbreak;\n\t\tdefault:\n\t\tgoto out;\n\t}\n\tout:\n\treturn;\n}\n");
    }

    @Test
    void operatorsHaveSpacesAroundThemAndSignsBeforeOperandsHaveNot() {
        becomes("u64 x = ~0ULL & -y | (u64)*p << 3;\n", "u64 x=~0ULL&- y|(u64) * p<<3;\n");
        becomes("bool f(struct fpu *fpu, void **p)\n{\n\treturn !fpu->last && a * b == c[i + 1].d;\n}\n",
                "bool f(struct fpu* fpu,void * * p)\n{\n\treturn ! fpu -> last&&a*b==c [ i+1 ] . d;\n}\n");
    }

    @Test
    void commentsKeepTheirWordsAndMoveWithTheirStatement() {
        becomes("void f(void)\n{\n\t/*\n\t * why\n\t */\n\tg();\t/* here */\n}\n",
                "void f(void)\n{\n/*\n * why\n */\ng();\t/* here */\n}\n");
    }

    @Test
    void linesThatSomebodyBrokeStayBrokenAndMoveTogether() {
        becomes("void f(void)\n{\n\tg(a,\n\t      b);\n}\n", "void f(void)\n{\n  g(a,\n\tb);\n}\n");
    }

    @Test
    void whatIsTooLongIsBrokenOutsideOfAsManyBracketsAsPossible() {
        becomes("void f(void)\n{\n\treserve_components_of_task(first_argument(one, two), second_argument,\n\t\tthird_argument(three, four));\n}\n",
                "void f(void)\n{\n\treserve_components_of_task(first_argument(one, two), second_argument, third_argument(three, four));\n}\n");
    }

    @Test
    void emptyLinesAreKeptButNeverTwoAndNoneAtTheEdgesOfBlocks() {
        becomes("int a;\n\nvoid f(void)\n{\n\ta = 1;\n\n\ta = 2;\n}\n",
                "\n\nint a;\n\n\n\nvoid f(void)\n{\n\n\ta = 1;\n\n\n\ta = 2;\n\n}\n\n\n");
    }

    @Test
    void directivesAndLineEndsStayAsTheyAre() {
        String text = "#include \"a.h\"\r\n#define  X   (1<<3)\r\nint a;\r\n";
        assertEquals(text, format(text, 80));
    }

    @Test
    void settingsMayShareALine() {
        becomes("scenario(s)\n{\n\tkernel(\"6.16\"); cpus(2);\n\tfeatures(AVX);\n}\n",
                "scenario(s) {\nkernel( \"6.16\" ); cpus(2);\nfeatures( AVX );\n}\n");
    }

    @Test
    void aTextWhoseBracketsDoNotMatchIsLeftAlone() {
        assertTrue(SourceFormatter.format(SourceText.of("x.c", "void f(void) { g(; }\n"), 80).isEmpty());
        assertTrue(SourceFormatter.format(SourceText.of("x.c", "void f(void) { /* \n"), 80).isEmpty());
    }

    @Test
    void ofASelectionOnlyItsLinesAreLaidOut() {
        String text = "int  a;\nint  b;\nint  c;\n";
        int from = text.indexOf("int  b");
        assertEquals("int  a;\nint b;\nint  c;\n", TextEdit.apply(text,
                SourceFormatter.format(SourceText.of("x.c", text), 80, from, from + 7).orElseThrow()));
    }
}
