package org.xstate.analysis.selftest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.sim.library.ImageMap;
import org.xstate.sim.library.Part;
import org.xstate.sim.library.TokenBytes;

/** The values of components that a test loads and expects, as C. Each is declared once. */
final class Values {
    private static final int BYTES_A_LINE = 12;

    private final ImageMap map;
    private final List<String> tokens;
    private final TokenBytes bytes;
    private final Map<String, String> declarations = new LinkedHashMap<>();
    private XFeatureMask components = XFeatureMask.NONE;

    /** @param tokens names by number, as the model declares them */
    Values(ImageMap map, List<String> tokens) {
        this.map = map;
        this.tokens = List.copyOf(tokens);
        this.bytes = new TokenBytes(map, tokens);
    }

    /**
     * The C name of a value.
     *
     * @param component in the manual's or the kernel's word
     * @param token     as a model or a trace writes it
     * @return empty if a program in user mode can neither load it nor look at it, or if the token is no value
     */
    Optional<String> name(String component, String token) {
        Optional<XFeatureDescriptor> feature = map.processor().catalog().descriptors().stream()
                .filter(one -> identifier(one.name()).equalsIgnoreCase(component)
                        || identifier(one.linuxName()).equalsIgnoreCase(component))
                .filter(one -> one.isUser() && map.processor().enabled().has(one.number())).findFirst();
        int number = tokens.indexOf(token.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (feature.isEmpty() || number < 0) {
            return Optional.empty();
        }
        Optional<byte[]> content = content(feature.get().number(), number);
        return content.map(value -> declare(feature.get(), tokens.get(number), value));
    }

    /** The components that occur. */
    XFeatureMask components() {
        return components;
    }

    /** Those of them that a new program has in the hardware's initial configuration; PKRU it has not. */
    XFeatureMask initial() {
        XFeatureMask initial = XFeatureMask.NONE;
        for (int component : components) {
            Optional<byte[]> hardware = content(component, tokens.indexOf("INIT"));
            Optional<byte[]> kernel = content(component, tokens.indexOf("KERNEL_INIT"));
            if (Arrays.equals(hardware.orElseThrow(), kernel.orElseThrow())) {
                initial = initial.or(XFeatureMask.of(component));
            }
        }
        return initial;
    }

    String text() {
        return String.join("\n", declarations.values());
    }

    private Optional<byte[]> content(int component, int token) {
        byte[] content = new byte[map.processor().cpu().component(component).orElseThrow().size()];
        for (Part part : map.parts()) {
            if (part.component() == component && !part.isMxcsr()) {
                Optional<byte[]> own = bytes.of(part, token);
                if (own.isEmpty()) {
                    return Optional.empty();
                }
                System.arraycopy(own.get(), 0, content, part.offset(), part.size());
            }
        }
        return Optional.of(content);
    }

    private String declare(XFeatureDescriptor feature, String token, byte[] content) {
        String name = identifier(feature.name()) + "_" + token;
        components = components.or(feature.mask());
        declarations.computeIfAbsent(name, _ -> {
            int period = period(content);
            return """
                    static const unsigned char %s_bytes[] = {
                    %s};
                    static const struct value %s = {
                    	.name = "%s = %s", .component = %d, .size = %d, .period = %d, .pattern = %s_bytes,
                    };
                    """.formatted(name, lines(Arrays.copyOf(content, period)), name, feature.name(), token,
                    feature.number(), content.length, period, name);
        });
        return name;
    }

    /** The shortest beginning whose repetition is the whole. */
    private static int period(byte[] content) {
        for (int period = 1; period < content.length; period++) {
            if (Arrays.equals(content, period, content.length, content, 0, content.length - period)) {
                return period;
            }
        }
        return content.length;
    }

    private static String lines(byte[] content) {
        StringBuilder lines = new StringBuilder();
        for (int begin = 0; begin < content.length; begin += BYTES_A_LINE) {
            StringJoiner line = new StringJoiner(", ", "\t", ",\n");
            for (int i = begin; i < Math.min(content.length, begin + BYTES_A_LINE); i++) {
                line.add("0x%02x".formatted(content[i]));
            }
            lines.append(line);
        }
        return lines.toString();
    }

    private static String identifier(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
