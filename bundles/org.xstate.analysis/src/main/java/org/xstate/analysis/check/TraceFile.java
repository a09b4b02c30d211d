package org.xstate.analysis.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.json.Json;
import org.xstate.model.ir.Program;
import org.xstate.model.KernelVersion;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.Scenario;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * An execution as a file ({@code .xtrace}): the model and what it was compiled for, and the steps by their names, so that
 * it is replayed to the same end, and says so when the model has changed.
 *
 * @param model     the scenario file, as it was named
 * @param digest    of its text and of all that it was compiled with
 * @param scenario  name
 * @param kernel    release
 * @param profile   of the CPU; absent in rule form
 * @param knobs     all of them with their values
 * @param beginning number of the initial state
 * @param moves     the steps, as a schedule names them
 * @param property  what is violated at its end
 */
public record TraceFile(String model, String digest, String scenario, String kernel, Optional<String> profile,
        Map<String, String> knobs, int beginning, List<String> moves, Optional<String> property) {

    /** Names this form of the file. */
    public static final String FORMAT = "xstate/trace/1";

    public TraceFile {
        Objects.requireNonNull(model);
        Objects.requireNonNull(digest);
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(kernel);
        Objects.requireNonNull(profile);
        knobs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
        moves = List.copyOf(moves);
        Objects.requireNonNull(property);
    }

    /** @param moves names of the steps */
    public static TraceFile of(Scenario scenario, int beginning, List<String> moves,
            Optional<String> property) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (Program.Knob knob : scenario.knobs()) {
            knobs.put(knob.name(), Scenario.text(knob, knob.setting()));
        }
        return new TraceFile(scenario.source(), scenario.digest(), scenario.name(),
                scenario.kernel().toString(),
                scenario.profile(), knobs, beginning, moves, property);
    }

    /** The same of a model whose file goes by another name. */
    public TraceFile called(String name) {
        return new TraceFile(name, digest, scenario, kernel, profile, knobs, beginning, moves, property);
    }

    /**
     * The model's file: as it is named, else beside the trace, else as it is named from one of the folders that the trace
     * lies in; as it is named if there is none of these.
     *
     * @param trace the file that this was read from
     */
    public Path model(Path trace) {
        Path named = Path.of(model);
        if (Files.exists(named)) {
            return named;
        }
        Path file = trace.toAbsolutePath();
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve(folder.equals(file.getParent()) ? named.getFileName() : named);
            if (Files.exists(found)) {
                return found;
            }
        }
        return named;
    }

    /** What the model has to be loaded with; what is set in the base wins. */
    public LoadOptions load(LoadOptions base) {
        Map<String, String> merged = new LinkedHashMap<>(knobs);
        merged.putAll(base.knobs());
        return base.only(List.of(scenario)).with(merged).on(
                base.kernel().or(() -> KernelVersion.parse(kernel)),
                base.profile().or(this::profile));
    }

    /** The content of the file. */
    public String text() {
        return Json.object(json -> json.put("format", FORMAT).put("model", model).put("sha256", digest)
                .put("scenario", scenario).put("kernel", kernel).put("cpu_profile", profile)
                .putObject("knobs", item -> knobs.forEach(item::put)).put("initial_state", beginning)
                .putStrings("steps", moves).put("property", property)) + "\n";
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the file */
    public static TraceFile parse(String text) {
        JsonObject json = root(text);
        Optional<String> format = optional(json, "format");
        if (!format.equals(Optional.of(FORMAT))) {
            throw new IllegalArgumentException("this is no trace, or one of another version: format is "
                    + format.orElse("absent") + ", not " + FORMAT);
        }
        JsonElement knobs = element(json, "knobs");
        JsonElement steps = element(json, "steps");
        if (!knobs.isJsonObject() || !steps.isJsonArray()) {
            throw none("knobs or steps");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        knobs.getAsJsonObject().entrySet()
                .forEach(entry -> settings.put(entry.getKey(), string(entry.getValue(), entry.getKey())));
        List<String> moves = new ArrayList<>();
        steps.getAsJsonArray().forEach(step -> moves.add(string(step, "steps")));
        String beginning = string(element(json, "initial_state"), "initial_state");
        if (!beginning.matches("[0-9]{1,9}")) {
            throw none("initial_state");
        }
        return new TraceFile(needed(json, "model"), needed(json, "sha256"), needed(json, "scenario"),
                needed(json, "kernel"), optional(json, "cpu_profile"), settings, Integer.parseInt(beginning),
                moves,
                optional(json, "property"));
    }

    private static JsonObject root(String text) {
        try {
            JsonElement root = JsonParser.parseString(text);
            if (root.isJsonObject()) {
                return root.getAsJsonObject();
            }
            throw new IllegalArgumentException("this is no trace: it is no JSON object");
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("this is no trace: it is no JSON", e);
        }
    }

    private static IllegalArgumentException none(String key) {
        return new IllegalArgumentException(
                "this is no trace: it is not what check --save-trace writes, see '" + key + "'");
    }

    private static JsonElement element(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key)).orElseThrow(() -> none(key));
    }

    private static String string(JsonElement element, String key) {
        if (!element.isJsonPrimitive()) {
            throw none(key);
        }
        return element.getAsString();
    }

    private static String needed(JsonObject json, String key) {
        return string(element(json, key), key);
    }

    private static Optional<String> optional(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key)).filter(element -> !element.isJsonNull())
                .map(element -> string(element, key));
    }
}
