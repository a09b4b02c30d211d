package org.xstate.model.internal.bytecode;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;

/** Members of {@link MachineCode} and of the class that is made from it. */
final class Names {

    static final ClassDesc BASE = MachineCode.class.describeConstable().orElseThrow();
    static final ClassDesc CLASS = ClassDesc.of(MachineCode.class.getPackageName(), "GeneratedMachine");

    static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
    static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
    static final ClassDesc BYTES = ConstantDescs.CD_byte.arrayType();
    static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();

    static final MethodTypeDesc INT_TO_LONG = MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_int);
    static final MethodTypeDesc INT_TO_INT = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int);
    static final MethodTypeDesc TO_INT = MethodTypeDesc.of(ConstantDescs.CD_int);
    static final MethodTypeDesc PART = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int,
            ConstantDescs.CD_int);
    static final MethodTypeDesc CLEAR = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int,
            ConstantDescs.CD_int);
    static final MethodTypeDesc FAIL = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    static final MethodTypeDesc COPY = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long,
            ConstantDescs.CD_long, ConstantDescs.CD_int);
    static final MethodTypeDesc CHOOSE = MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_int,
            ConstantDescs.CD_long, ConstantDescs.CD_long);
    static final MethodTypeDesc TWO_LONGS = MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long,
            ConstantDescs.CD_long);

    /** Position of a slot: word * 64 + shift. */
    static final String PLACE = "PLACE";
    static final String MASK = "MASK";
    static final String MIN = "MIN";
    static final String TABLE = "TABLE";

    static final String STATE = "state";
    static final String FRAME = "frame";
    static final String COVERED = "covered";
    static final String STATUS = "status";
    static final String CPU = "cpu";
    static final String RESULT = "result";
    static final String FUEL = "fuel";

    private Names() {
    }

    static String procedure(int number) {
        return "p" + number;
    }

    static String region(int number) {
        return "r" + number;
    }

    static MethodTypeDesc longs(int parameters) {
        ClassDesc[] types = new ClassDesc[parameters];
        Arrays.fill(types, ConstantDescs.CD_long);
        return MethodTypeDesc.of(ConstantDescs.CD_long, types);
    }
}
