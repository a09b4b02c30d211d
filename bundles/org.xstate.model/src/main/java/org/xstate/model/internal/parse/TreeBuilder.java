package org.xstate.model.internal.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Declaration.Storage;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.Initializer;
import org.xstate.model.ast.Statement;
import org.xstate.model.ast.TypeSyntax;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.grammar.ModelCParser;
import org.xstate.model.internal.grammar.ModelCParser.BlockContext;

/** Makes the syntax tree of a parse without errors. */
final class TreeBuilder {

    private final ExpressionBuilder expressions;
    private final TypeBuilder types;
    private final StatementBuilder statements;

    TreeBuilder(Diagnostics diagnostics) {
        this.expressions = new ExpressionBuilder(diagnostics);
        this.types = expressions.types();
        this.statements = new StatementBuilder(this, expressions);
    }

    List<Declaration> declarations(ModelCParser.FileContext file) {
        List<Declaration> all = new ArrayList<>();
        file.item().forEach(item -> item(item, all));
        return all;
    }

    private void item(ModelCParser.ItemContext context, List<Declaration> all) {
        switch (context) {
            case ModelCParser.IncludeItemContext include ->
                all.add(new Declaration.Include(ExpressionBuilder.unquoted(include.STRING().getText()),
                        Spans.of(include.STRING().getSymbol())));
            case ModelCParser.DefineItemContext define ->
                all.add(new Declaration.Define(define.IDENTIFIER().getText(),
                        expressions.expression(define.expression()),
                        define.expression() instanceof ModelCParser.ParenExpressionContext,
                        Spans.of(define.IDENTIFIER().getSymbol())));
            case ModelCParser.TypedefItemContext typedef ->
                all.add(new Declaration.Typedef(TypeBuilder.name(typedef.declarator()),
                        types.declared(types.specifier(typedef.typeSpecifier()), typedef.declarator()),
                        TypeBuilder.span(typedef.declarator())));
            case ModelCParser.ExternalItemContext external -> external(external, all);
            case ModelCParser.SurfaceItemContext surface ->
                all.add(new Declaration.Surface(surface.IDENTIFIER().getText(), arguments(surface),
                        Optional.ofNullable(surface.parameters()).map(this::parameters)
                                .map(Declaration.Parameters::new),
                        Optional.ofNullable(surface.block()).map(this::block),
                        Spans.of(surface.IDENTIFIER().getSymbol())));
            default -> throw new IllegalStateException(context.getClass().getName());
        }
    }

    private List<Declaration.Argument> arguments(ModelCParser.SurfaceItemContext surface) {
        if (surface.surfaceArguments() == null) {
            return List.of();
        }
        return surface.surfaceArguments().surfaceArgument().stream().<Declaration.Argument>map(
                one -> one.typeName() != null
                        ? new Declaration.TypeArgument(types.typeName(one.typeName()))
                        : new Declaration.ExpressionArgument(expressions.expression(one.expression())))
                .toList();
    }

    private void external(ModelCParser.ExternalItemContext context, List<Declaration> all) {
        Set<Storage> storage = EnumSet.noneOf(Storage.class);
        context.storage()
                .forEach(one -> storage.add(Storage.valueOf(one.getText().toUpperCase(Locale.ROOT))));
        TypeSyntax base = types.specifier(context.typeSpecifier());
        ModelCParser.ExternalRestContext rest = context.externalRest();
        if (rest.declarator() == null) {
            all.add(new Declaration.Tag(base, base.span()));
            return;
        }
        TypeSyntax type = named(base, all);
        if (rest.parameters() != null) {
            all.add(new Declaration.Function(TypeBuilder.name(rest.declarator()),
                    types.declared(type, rest.declarator()), parameters(rest.parameters()), storage,
                    Optional.ofNullable(rest.block()).map(this::block), TypeBuilder.span(rest.declarator())));
            return;
        }
        all.add(new Declaration.Global(variable(type, storage, rest.declarator(), rest.initializer())));
        rest.initDeclarator().forEach(one -> all.add(new Declaration.Global(variable(type, storage, one))));
    }

    /** A tag that is declared together with variables is a declaration of its own before them. */
    private static TypeSyntax named(TypeSyntax base, List<Declaration> all) {
        return switch (base) {
            case TypeSyntax.Struct struct when struct.members().isPresent() && struct.name().isPresent() -> {
                all.add(new Declaration.Tag(struct, struct.span()));
                yield new TypeSyntax.Struct(struct.name(), Optional.empty(), struct.span());
            }
            case TypeSyntax.Enumeration one when one.enumerators().isPresent() && one.name().isPresent() -> {
                all.add(new Declaration.Tag(one, one.span()));
                yield new TypeSyntax.Enumeration(one.name(), Optional.empty(), one.span());
            }
            default -> base;
        };
    }

    private List<Declaration.Parameter> parameters(ModelCParser.ParametersContext context) {
        return context.parameter().stream()
                .map(one -> new Declaration.Parameter(TypeBuilder.name(one.declarator()),
                        types.declared(types.specifier(one.typeSpecifier()), one.declarator()),
                        TypeBuilder.span(one.declarator())))
                .toList();
    }

    Declaration.Variable variable(TypeSyntax base, Set<Storage> storage,
            ModelCParser.InitDeclaratorContext context) {
        return variable(base, storage, context.declarator(), context.initializer());
    }

    private Declaration.Variable variable(TypeSyntax base, Set<Storage> storage,
            ModelCParser.DeclaratorContext declarator, ModelCParser.InitializerContext initializer) {
        return new Declaration.Variable(TypeBuilder.name(declarator), types.declared(base, declarator),
                storage,
                Optional.ofNullable(initializer).map(this::initializer), TypeBuilder.span(declarator));
    }

    private Initializer initializer(ModelCParser.InitializerContext context) {
        if (context.expression() != null) {
            return new Initializer.Value(expressions.expression(context.expression()));
        }
        return new Initializer.Braces(context.element().stream().map(this::element).toList(),
                Spans.of(context.getStart()));
    }

    private Initializer.Element element(ModelCParser.ElementContext context) {
        return new Initializer.Element(Optional.ofNullable(context.designator()).map(this::designator),
                initializer(context.initializer()));
    }

    private Initializer.Designator designator(ModelCParser.DesignatorContext context) {
        if (context.IDENTIFIER() != null) {
            return new Initializer.Field(context.IDENTIFIER().getText(),
                    Spans.of(context.IDENTIFIER().getSymbol()));
        }
        List<Expression> bounds = expressions.expressions(context.expression());
        return new Initializer.Slot(bounds.getFirst(), bounds.stream().skip(1).findFirst());
    }

    Statement.Block block(BlockContext context) {
        List<Statement> all = new ArrayList<>();
        context.blockItem().forEach(item -> statements.item(item, all));
        return new Statement.Block(all, Spans.of(context.getStart()));
    }
}
