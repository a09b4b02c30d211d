package org.xstate.features.base.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encodings of SDM volume 1, tables 4-3 and 8-3; the extremes are C's LDBL_MAX, LDBL_MIN and LDBL_TRUE_MIN. */
class X87ValueTest {

    @ParameterizedTest
    @CsvSource({"0000, 0000000000000000, 0, zero", "8000, 0000000000000000, -0, zero",
        "3fff, 8000000000000000, 1, valid", "bfff, 8000000000000000, -1, valid",
        "3ffe, 8000000000000000, 0.5, valid", "4000, c90fdaa22168c235, 3.14159265358979323851, valid",
        "3fff, 8000000000000008, 1.00000000000000000087, valid",
        "4000, 8000000000001000, 2.00000000000000088818, valid",
        "3ffb, cccccccccccccccd, 0.100000000000000000001, valid",
        "403e, ffffffffffffffff, 18446744073709551615, valid",
        "7ffe, ffffffffffffffff, 1.18973149535723176502E+4932, valid",
        "0001, 8000000000000000, 3.36210314311209350626E-4932, valid",
        "0000, 0000000000000001, 3.64519953188247460253E-4951 (denormal), special",
        "0000, 8000000000000000, 3.36210314311209350626E-4932 (pseudo-denormal), special",
        "7fff, 8000000000000000, infinity, special", "ffff, 8000000000000000, -infinity, special",
        "7fff, a000000000000000, SNaN, special", "7fff, c000000000000001, QNaN, special",
        "ffff, c000000000000000, '-QNaN, real indefinite', special",
        "3fff, 4000000000000000, unnormal (invalid operand since the 387), special",
        "7fff, 0000000000000000, pseudo-infinity (invalid operand since the 387), special",
        "7fff, 4000000000000000, pseudo-NaN (invalid operand since the 387), special"})
    void tellsValueAndTagOfEveryClass(String signAndExponent, String significand, String text, String tag) {
        X87Value value = new X87Value(Integer.parseInt(signAndExponent, 16),
                Long.parseUnsignedLong(significand, 16));
        assertEquals(text, value.text());
        assertEquals(tag, value.tag());
    }
}
