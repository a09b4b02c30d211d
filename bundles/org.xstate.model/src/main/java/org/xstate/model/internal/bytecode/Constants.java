package org.xstate.model.internal.bytecode;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;

/** Arrays as static final fields: the JIT knows where they are. */
final class Constants {

    private static final ClassDesc HANDLES = MethodHandles.class.describeConstable().orElseThrow();
    private static final ClassDesc LOOKUP = MethodHandles.Lookup.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc NO_ARGUMENTS = MethodTypeDesc.of(LOOKUP);
    private static final MethodTypeDesc CLASS_DATA = MethodTypeDesc.of(ConstantDescs.CD_Object, LOOKUP,
            ConstantDescs.CD_String, ConstantDescs.CD_Class);

    private Constants() {
    }

    /** Fields for the arrays that come as the data of the class, and the code that sets them. */
    static void declare(ClassBuilder type, int tables) {
        field(type, Names.PLACE, Names.INTS);
        field(type, Names.MASK, Names.LONGS);
        field(type, Names.MIN, Names.LONGS);
        for (int table = 0; table < tables; table++) {
            field(type, Names.TABLE + table, Names.LONGS);
        }
        type.withMethodBody(ConstantDescs.CLASS_INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_STATIC,
                code -> {
                    code.invokestatic(HANDLES, "lookup", NO_ARGUMENTS)
                            .loadConstant(ConstantDescs.DEFAULT_NAME)
                            .loadConstant(Names.OBJECTS)
                            .invokestatic(HANDLES, "classData", CLASS_DATA).checkcast(Names.OBJECTS)
                            .astore(0);
                    set(code, 0, Names.PLACE, Names.INTS);
                    set(code, 1, Names.MASK, Names.LONGS);
                    set(code, 2, Names.MIN, Names.LONGS);
                    for (int table = 0; table < tables; table++) {
                        set(code, MachineTables.FIRST_TABLE + table, Names.TABLE + table, Names.LONGS);
                    }
                    code.return_();
                });
    }

    private static void field(ClassBuilder type, String name, ClassDesc array) {
        type.withField(name, array, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    }

    private static void set(CodeBuilder code, int position, String name, ClassDesc array) {
        code.aload(0).loadConstant(position).aaload().checkcast(array).putstatic(Names.CLASS, name, array);
    }
}
