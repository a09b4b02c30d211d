package org.xstate.analysis.json;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

import org.xstate.analysis.search.KnobSpace;
import org.xstate.analysis.search.Reason;
import org.xstate.analysis.search.SearchFindings;
import org.xstate.analysis.search.SearchResult;
import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Scenario;

/** {@code xstate designs --search --json}: {@code xstate/designs-search/1}. */
public final class SearchJson {

    private static final String SCHEMA = "xstate/designs-search/1";

    private final SearchResult result;
    private final KnobSpace space;

    private SearchJson(SearchResult result) {
        this.result = result;
        this.space = result.space();
    }

    /** The document, without a line end. It depends on the answer alone, not on how long it took. */
    public static String document(SearchResult result, SearchFindings findings) {
        return new SearchJson(result).document(findings);
    }

    private String document(SearchFindings findings) {
        return Json.object(json -> {
            json.put("schema", SCHEMA).put("source", result.request().file());
            json.putObjects("knobs", space.knobs(), (item, knob) -> item.put("name", knob.name())
                    .put("posted", Scenario.text(knob, knob.setting()))
                    .putStrings("values", knob.values().keySet()));
            json.putStrings("judges", result.judges()).putStrings("ignored", result.ignored());
            json.put("combinations", space.combinations().size()).put("judged", result.judged())
                    .put("right", result.right().size()).put("wrong", result.wrong().size())
                    .put("undecided", result.undecided().size()).put("untold", result.untold().size());
            json.putObjects("values", findings.values(), (item, value) -> item
                    .put("knob", value.knob().name()).put("value", Scenario.text(value.knob(), value.value()))
                    .put("right", value.right()).put("judged", value.judged())
                    .put("necessary", value.necessary()));
            json.putObjects("families", findings.families(), this::family);
            json.put("changes", findings.changes());
            json.putObjects("repairs", findings.repairs(), this::combination);
            json.putStrings("costs", result.costNames());
            json.putObjects("cells", findings.cells(), this::cell);
            json.putObjects("right_combinations", result.right(), this::combination);
            json.putObjects("undecided_combinations", result.undecided(), this::combination);
            json.putObjects("neighbours", List.copyOf(result.neighbours().entrySet()),
                    (item, entry) -> neighbour(item, entry.getKey(), entry.getValue()));
        });
    }

    private void family(Json item, List<SortedSet<Long>> family) {
        for (int i = 0; i < family.size(); i++) {
            Program.Knob knob = space.knobs().get(i);
            item.putStrings(knob.name(),
                    family.get(i).stream().map(value -> Scenario.text(knob, value)).toList());
        }
    }

    private void combination(Json item, int number) {
        List<String> values = space.written(space.combinations().get(number));
        for (int i = 0; i < values.size(); i++) {
            item.put(space.names().get(i), values.get(i));
        }
    }

    private void cell(Json item, SearchFindings.Cell cell) {
        item.put("cell", cell.cell());
        item.putObjects("minimal", cell.minimal(), this::price);
        item.putObjects("cheapest", List.copyOf(cell.cheapest().entrySet()), (inner, entry) -> {
            inner.put("size", entry.getKey()).put("weight", entry.getValue().weight());
            price(inner, entry.getValue());
        });
    }

    private void price(Json item, SearchFindings.Price price) {
        item.putObject("counts", counts(price.counts())).put("combinations", price.combinations().size());
        item.putObject("first", inner -> combination(inner, price.combinations().getFirst()));
    }

    private Consumer<Json> counts(List<Long> counts) {
        return item -> {
            for (int i = 0; i < counts.size(); i++) {
                item.put(result.costNames().get(i), counts.get(i));
            }
        };
    }

    private void neighbour(Json item, int number, Reason reason) {
        item.putObject("combination", inner -> combination(inner, number));
        item.put("scenario", reason.scenario()).put("cell", reason.cell()).put("claim", reason.claim())
                .put("steps", reason.steps());
    }
}
