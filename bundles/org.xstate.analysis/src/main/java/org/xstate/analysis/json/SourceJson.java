package org.xstate.analysis.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.xstate.analysis.source.Fix;
import org.xstate.analysis.source.Problem;
import org.xstate.analysis.source.SourceSearch.Hit;
import org.xstate.model.index.Explanation;
import org.xstate.model.index.Proposal;
import org.xstate.model.index.SemanticToken;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.SourceOutline.Node;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.Symbol;
import org.xstate.model.index.TextEdit;

/** {@code xstate/source/1}: what {@code xstate source} answers. */
public final class SourceJson {

    private SourceJson() {
    }

    private static Json begin(Json json, String question) {
        return json.put("schema", "xstate/source/1").put("question", question);
    }

    public static String outline(SourceIndex index, String file, List<Node> nodes) {
        return Json.object(json -> begin(json, "outline").put("file", file).putObjects("symbols", nodes,
                (item, node) -> node(item, index, node)));
    }

    private static void node(Json json, SourceIndex index, Node node) {
        symbol(json, index, node.symbol()).putObjects("children", node.children(),
                (item, child) -> node(item, index, child));
    }

    public static String symbols(SourceIndex index, List<Symbol> symbols) {
        return Json.object(json -> begin(json, "symbols").putObjects("symbols", symbols,
                (item, one) -> symbol(item, index, one)));
    }

    /** @param symbol that which defines it; empty if nothing does */
    public static String definition(SourceIndex index, Optional<Symbol> symbol) {
        return Json.object(json -> begin(json, "definition").putObjects("symbols", symbol.stream().toList(),
                (item, one) -> symbol(item, index, one)));
    }

    private static Json symbol(Json json, SourceIndex index, Symbol symbol) {
        SourceText text = index.text(symbol.file()).orElseThrow();
        return json.put("kind", symbol.kind().id()).put("name", symbol.name())
                .put("signature", symbol.signature())
                .put("container", Optional.of(symbol.container()).filter(name -> !name.isEmpty()))
                .put("file", symbol.file()).put("line", text.line(symbol.offset()))
                .put("column", text.column(symbol.offset())).put("library", index.isLibrary(symbol.file()))
                .put("documentation",
                        Optional.of(symbol.documentation()).filter(comment -> !comment.isEmpty()));
    }

    public static String references(String name, List<Hit> hits) {
        return Json.object(json -> begin(json, "references").put("name", name).putObjects("places", hits,
                (item, hit) -> item.put("file", hit.occurrence().file()).put("line", hit.line())
                        .put("column", hit.column())
                        .put("use", hit.occurrence().use().name().toLowerCase(Locale.ROOT))
                        .put("text", hit.text())));
    }

    public static String hover(Optional<Explanation> explanation) {
        return Json.object(json -> begin(json, "hover").putObjects("names", explanation.stream().toList(),
                (item, one) -> item.put("kind", one.kind()).put("signature", one.signature())
                        .put("place", one.place())
                        .put("documentation",
                                Optional.of(one.documentation()).filter(text -> !text.isEmpty()))
                        .putStrings("commits", one.facts().commits())
                        .putStrings("releases", one.facts().releases())
                        .putStrings("cves", one.facts().cves())));
    }

    public static String proposals(List<Proposal> proposals) {
        return Json.object(json -> begin(json, "complete").putObjects("proposals", proposals,
                (item, one) -> item.put("text", one.text()).put("label", one.label()).put("kind", one.kind())
                        .put("detail", Optional.of(one.detail()).filter(text -> !text.isEmpty()))
                        .put("documentation",
                                Optional.of(one.documentation()).filter(text -> !text.isEmpty()))));
    }

    public static String tokens(SourceText text, List<SemanticToken> tokens) {
        return Json.object(json -> begin(json, "tokens").put("file", text.file()).putObjects("tokens", tokens,
                (item, one) -> item.put("line", text.line(one.offset()))
                        .put("column", text.column(one.offset()))
                        .put("length", one.length()).put("kind", one.kind().id())
                        .put("library", one.library())
                        .put("use", one.use().name().toLowerCase(Locale.ROOT))));
    }

    public static String problems(String file, List<Problem> problems) {
        return Json.object(json -> begin(json, "problems").put("file", file).putObjects("problems", problems,
                (item, one) -> item.put("code", one.diagnostic().code())
                        .put("severity", one.diagnostic().severity().word())
                        .put("message", one.diagnostic().message())
                        .put("suggestion", one.diagnostic().suggestion())
                        .putStrings("notes", one.diagnostic().notes())
                        .put("scenario", Optional.of(one.scenario()).filter(name -> !name.isEmpty()))
                        .put("line", one.diagnostic().span().line())
                        .put("column", one.diagnostic().span().column())
                        .put("length", one.diagnostic().span().length())
                        .putObjects("fixes", one.fixes(), SourceJson::fix)));
    }

    private static void fix(Json json, Fix fix) {
        json.put("label", fix.label()).put("file", fix.file()).putObjects("edits", fix.edits(),
                SourceJson::edit);
    }

    private static void edit(Json json, TextEdit edit) {
        json.put("offset", edit.offset()).put("length", edit.length()).put("replacement", edit.replacement());
    }

    /** @param question {@code rename} or {@code format} */
    public static String edits(String question, Map<String, List<TextEdit>> files) {
        return Json.object(json -> begin(json, question).putObjects("files", files.entrySet(),
                (item, one) -> item.put("file", one.getKey()).putObjects("edits", one.getValue(),
                        SourceJson::edit)));
    }
}
