package org.xstate.model.ast;

import java.util.stream.Collectors;

/** Writes types around the name that they declare. */
final class TypePrinter {

    private TypePrinter() {
    }

    /** A declaration of {@code name}; without a name, the type. */
    static String print(TypeSyntax type, String name) {
        return switch (type) {
            case TypeSyntax.Pointer pointer -> print(pointer.target(), "*" + name);
            case TypeSyntax.Array array -> print(array.element(),
                    name + "[" + ExpressionPrinter.print(array.length()) + "]");
            default -> base(type) + (name.isEmpty() ? "" : " " + name);
        };
    }

    private static String base(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.Named named -> named.name();
            case TypeSyntax.Range range -> "range(" + ExpressionPrinter.print(range.low()) + ", "
                    + ExpressionPrinter.print(range.high()) + ")";
            case TypeSyntax.Struct struct -> "struct" + struct.name().map(name -> " " + name).orElse("")
                    + struct.members().map(TypePrinter::members).orElse("");
            case TypeSyntax.Enumeration enumeration ->
                "enum" + enumeration.name().map(name -> " " + name).orElse("")
                        + enumeration.enumerators().map(TypePrinter::enumerators).orElse("");
            case TypeSyntax.Pointer pointer -> print(pointer, "");
            case TypeSyntax.Array array -> print(array, "");
        };
    }

    private static String members(java.util.List<TypeSyntax.Member> members) {
        return members.stream().map(TypePrinter::member).collect(Collectors.joining("", " {\n", "}"));
    }

    private static String member(TypeSyntax.Member member) {
        String width = member.width().map(bits -> " : " + ExpressionPrinter.print(bits)).orElse("");
        return "\t" + print(member.type(), member.name()) + width + ";\n";
    }

    private static String enumerators(java.util.List<TypeSyntax.Enumerator> enumerators) {
        return enumerators.stream()
                .map(one -> "\t" + one.name()
                        + one.value().map(value -> " = " + ExpressionPrinter.print(value)).orElse("") + ",\n")
                .collect(Collectors.joining("", " {\n", "}"));
    }
}
