package org.xstate.peers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        List<Object> line = new ArrayList<>(List.of("decode", "--json", "--fail-on", "never"));
        line.addAll(List.of(arguments));
        String document = Workbench.run(line);
        List<Decoded> all = new ArrayList<>();
        for (JsonElement thread : JsonParser.parseString(document)
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
