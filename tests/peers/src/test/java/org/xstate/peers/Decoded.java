package org.xstate.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.FeatureCatalog;
import org.xstate.cli.Cli;
import org.xstate.cli.Host;
import org.xstate.formats.image.ImageReaders;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * One thread or frame as {@code xstate decode --json} tells it.
 *
 * @param lwp          thread id, 0 if the container has none
 * @param xstateBv     as stored
 * @param registers    values as stored; those of {@code null} are left out
 * @param tagWord      the full x87 tag word that the decoding derives from the abridged one
 * @param trueMxcsr    what the finding about MXCSR stored as 0 says that the register held
 * @param components   states by component name
 */
record Decoded(long lwp, long xstateBv, Map<String, BigInteger> registers, Optional<BigInteger> tagWord,
        Optional<BigInteger> trueMxcsr, Map<String, String> components) {

    private static final Pattern TAG_WORD = Pattern.compile("full tag word 0x([0-9a-f]+)");

    static List<Decoded> of(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Host host = new Host("none", "", () -> FeatureCatalog.load(Decoded.class.getClassLoader()),
                ImageReaders::builtIn, List::of, List::of);
        List<String> line = new ArrayList<>(List.of("decode", "--json", "--fail-on", "never"));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        int code = Cli.run(line.toArray(String[]::new), host,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertTrue(code == 0, () -> line + " ended with " + code + ": " + err);
        List<Decoded> all = new ArrayList<>();
        for (JsonElement thread : JsonParser.parseString(out.toString(StandardCharsets.UTF_8))
                .getAsJsonObject().getAsJsonArray("threads")) {
            all.add(thread(thread.getAsJsonObject()));
        }
        return all;
    }

    private static Decoded thread(JsonObject thread) {
        Map<String, BigInteger> registers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> register : thread.getAsJsonObject("registers").entrySet()) {
            if (!register.getValue().isJsonNull()) {
                registers.put(register.getKey(), value(register.getValue()));
            }
        }
        Map<String, String> components = new LinkedHashMap<>();
        Optional<BigInteger> tagWord = Optional.empty();
        for (JsonElement element : thread.getAsJsonArray("components")) {
            JsonObject component = element.getAsJsonObject();
            components.put(component.get("name").getAsString(), component.get("state").getAsString());
            for (JsonElement field : component.getAsJsonArray("fields")) {
                Matcher matcher = TAG_WORD.matcher(field.getAsJsonObject().get("meaning").toString());
                if (matcher.find()) {
                    tagWord = Optional.of(new BigInteger(matcher.group(1), 16));
                }
            }
        }
        Optional<BigInteger> trueMxcsr = Optional.empty();
        for (JsonElement finding : thread.getAsJsonArray("findings")) {
            JsonElement architectural = finding.getAsJsonObject().get("architectural");
            if (architectural != null) {
                trueMxcsr = Optional.of(architectural.getAsBigInteger());
            }
        }
        JsonElement lwp = thread.get("lwp");
        return new Decoded(lwp.isJsonNull() ? 0 : lwp.getAsLong(),
                Long.decode(thread.get("xstate_bv").getAsString()), registers, tagWord, trueMxcsr,
                components);
    }

    /** Words are JSON numbers, masks have 0x, wide registers are plain hexadecimal digits. */
    private static BigInteger value(JsonElement element) {
        if (element.getAsJsonPrimitive().isNumber()) {
            return element.getAsBigInteger();
        }
        String text = element.getAsString();
        return new BigInteger(text.startsWith("0x") ? text.substring(2) : text, 16);
    }
}
