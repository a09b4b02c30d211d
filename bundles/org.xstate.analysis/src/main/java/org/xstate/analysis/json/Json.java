package org.xstate.analysis.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.xstate.api.DecodedField;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;

import com.google.gson.stream.JsonWriter;

/** One JSON document being written, key by key, on one line. What is not known is written as {@code null}, never as 0. */
public final class Json {

    private final StringWriter text = new StringWriter();
    private final JsonWriter writer = new JsonWriter(text);

    private Json() {
        writer.setSerializeNulls(true);
        writer.setHtmlSafe(false);
    }

    /** Writes an object and returns the document, without a line end. */
    public static String object(Consumer<Json> content) {
        Json json = new Json();
        json.nested(content);
        return json.text.toString();
    }

    private interface Step {
        void run() throws IOException;
    }

    private Json step(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter does not fail
        }
    }

    private Json nested(Consumer<Json> content) {
        step(writer::beginObject);
        content.accept(this);
        return step(writer::endObject);
    }

    public Json put(String key, String value) {
        return step(() -> writer.name(key).value(value));
    }

    public Json put(String key, long value) {
        return step(() -> writer.name(key).value(value));
    }

    public Json put(String key, double value) {
        return step(() -> writer.name(key).value(value));
    }

    public Json put(String key, boolean value) {
        return step(() -> writer.name(key).value(value));
    }

    public Json put(String key, XFeatureMask mask) {
        return put(key, mask.toString());
    }

    public Json put(String key, OptionalInt value) {
        return value.isPresent() ? put(key, value.getAsInt()) : putNull(key);
    }

    public Json put(String key, Optional<String> value) {
        return value.isPresent() ? put(key, value.get()) : putNull(key);
    }

    public Json putNull(String key) {
        return step(() -> writer.name(key).nullValue());
    }

    /** A field's value in its own style: a number, {@code "0x..."}, or big-endian hex digits. */
    public Json putValue(String key, DecodedField field) {
        return switch (field.style()) {
            case NUMBER -> step(() -> writer.name(key).value(field.value()));
            case HEX, BYTES -> put(key, field.text());
        };
    }

    public Json putObject(String key, Consumer<Json> content) {
        step(() -> writer.name(key));
        return nested(content);
    }

    /** An array of objects. */
    public <T> Json putObjects(String key, Collection<T> items,
            java.util.function.BiConsumer<Json, T> content) {
        step(() -> writer.name(key).beginArray());
        for (T item : items) {
            nested(json -> content.accept(json, item));
        }
        return step(writer::endArray);
    }

    /** An array of strings. */
    public Json putStrings(String key, Collection<String> items) {
        step(() -> writer.name(key).beginArray());
        for (String item : items) {
            step(() -> writer.value(item));
        }
        return step(writer::endArray);
    }

    /** {@code "findings": [...]}, each with its further numbers after the fixed keys. */
    public Json putFindings(List<Finding> findings) {
        return putObjects("findings", findings, (json, finding) -> {
            json.put("id", finding.id()).put("severity", finding.severity().word())
                    .put("message", finding.message())
                    .put("where", finding.where()).put("remedy", finding.remedy());
            for (Map.Entry<String, Long> value : finding.values().entrySet()) {
                json.put(value.getKey(), value.getValue());
            }
        });
    }
}
