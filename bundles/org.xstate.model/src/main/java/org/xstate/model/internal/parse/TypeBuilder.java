package org.xstate.model.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.antlr.v4.runtime.tree.ParseTree;
import org.xstate.model.ast.TypeSyntax;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.grammar.ModelCParser;
import org.xstate.model.internal.grammar.ModelCParser.DeclaratorContext;
import org.xstate.model.internal.grammar.ModelCParser.ExpressionContext;
import org.xstate.model.internal.grammar.ModelCParser.TypeSpecifierContext;

/** Makes types of what the parser recognised. */
final class TypeBuilder {

    /** Pointers to pointers and arrays of arrays. */
    private static final int MAX_DEPTH = 16;

    private final ExpressionBuilder expressions;

    TypeBuilder(ExpressionBuilder expressions) {
        this.expressions = expressions;
    }

    /** A declarator's type, around what its specifier says. */
    TypeSyntax declared(TypeSyntax base, DeclaratorContext declarator) {
        if (declarator.pointer().size() + declarator.expression().size() > MAX_DEPTH) {
            throw new TooDeep(declarator.getStart());
        }
        TypeSyntax type = pointers(base, declarator.pointer().size());
        List<ExpressionContext> lengths = declarator.expression();
        for (int i = lengths.size() - 1; i >= 0; i--) {
            type = new TypeSyntax.Array(type, expressions.expression(lengths.get(i)), base.span());
        }
        return type;
    }

    static String name(DeclaratorContext declarator) {
        return declarator.IDENTIFIER().getText();
    }

    static Span span(DeclaratorContext declarator) {
        return Spans.of(declarator.IDENTIFIER().getSymbol());
    }

    TypeSyntax typeName(ModelCParser.TypeNameContext context) {
        if (context.pointer().size() > MAX_DEPTH) {
            throw new TooDeep(context.getStart());
        }
        return pointers(specifier(context.typeSpecifier()), context.pointer().size());
    }

    private static TypeSyntax pointers(TypeSyntax base, int count) {
        TypeSyntax type = base;
        for (int i = 0; i < count; i++) {
            type = new TypeSyntax.Pointer(type, base.span());
        }
        return type;
    }

    TypeSyntax specifier(TypeSpecifierContext context) {
        Span span = Spans.of(context);
        if (context.STRUCT() != null) {
            Optional<List<TypeSyntax.Member>> members = context.LBRACE() == null
                    ? Optional.empty()
                    : Optional.of(members(context));
            return new TypeSyntax.Struct(tag(context), members, headline(context));
        }
        if (context.ENUM() != null) {
            Optional<List<TypeSyntax.Enumerator>> enumerators = context.LBRACE() == null
                    ? Optional.empty()
                    : Optional.of(context.enumerator().stream().map(this::enumerator).toList());
            return new TypeSyntax.Enumeration(tag(context), enumerators, headline(context));
        }
        if (context.RANGE() != null) {
            return new TypeSyntax.Range(expressions.expression(context.expression(0)),
                    expressions.expression(context.expression(1)), span);
        }
        if (!context.integerWord().isEmpty()) {
            return new TypeSyntax.Named(
                    context.integerWord().stream().map(ParseTree::getText).collect(Collectors.joining(" ")),
                    span);
        }
        return new TypeSyntax.Named(context.getText(), span);
    }

    /** The keyword and the tag, without the members. */
    private static Span headline(TypeSpecifierContext context) {
        return context.IDENTIFIER() == null
                ? Spans.of(context.getStart())
                : Spans.of(context.getStart()).to(Spans.of(context.IDENTIFIER().getSymbol()));
    }

    private static Optional<String> tag(TypeSpecifierContext context) {
        return Optional.ofNullable(context.IDENTIFIER()).map(ParseTree::getText);
    }

    private List<TypeSyntax.Member> members(TypeSpecifierContext context) {
        List<TypeSyntax.Member> all = new ArrayList<>();
        for (ModelCParser.MemberContext member : context.member()) {
            TypeSyntax base = specifier(member.typeSpecifier());
            for (ModelCParser.MemberDeclaratorContext one : member.memberDeclarator()) {
                all.add(new TypeSyntax.Member(name(one.declarator()), declared(base, one.declarator()),
                        Optional.ofNullable(one.expression()).map(expressions::expression),
                        span(one.declarator())));
            }
        }
        return all;
    }

    private TypeSyntax.Enumerator enumerator(ModelCParser.EnumeratorContext context) {
        return new TypeSyntax.Enumerator(context.IDENTIFIER().getText(),
                Optional.ofNullable(context.expression()).map(expressions::expression),
                Spans.of(context.IDENTIFIER().getSymbol()));
    }
}
