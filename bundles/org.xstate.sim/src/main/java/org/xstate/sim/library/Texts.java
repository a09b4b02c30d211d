package org.xstate.sim.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.xstate.api.FeatureModel;
import org.xstate.api.ModelText;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrapHandlerSource;

/** Which texts make the library, and in which order. */
final class Texts {

    private static final String INDEX = "index";
    private static final String HARDWARE = "hardware/";
    private static final String KERNEL = "kernel/";
    private static final String POLICY = "policy/";
    private static final String TRAPS = "traps/";

    private Texts() {
    }

    /** The processor's tables, what all processors do, what its components do. */
    static List<ModelText> hardware(ImageMap map) {
        List<ModelText> texts = new ArrayList<>();
        texts.add(new ModelText(Library.MACHINE_HEADER, MachineHeader.of(map)));
        own(HARDWARE).forEach(texts::add);
        for (int component : map.processor().enabled()) {
            texts.addAll(model(map.processor(), component).hardware());
        }
        return texts;
    }

    /**
     * The kernel's core, what it does with the processor's components, the standard expansions of restore policies, its
     * trap handlers.
     */
    static List<ModelText> kernel(Processor processor, List<TrapHandlerSource> handlers) {
        List<ModelText> texts = new ArrayList<>(own(KERNEL));
        for (int component : processor.enabled()) {
            texts.addAll(model(processor, component).kernel());
        }
        for (int component : processor.enabled()) {
            custom(processor, component).ifPresent(texts::add);
        }
        own(POLICY).forEach(texts::add);
        texts.addAll(handlers(handlers.stream()
                .filter(handler -> processor.enabled().hasAll(handler.needs())).toList()));
        return texts;
    }

    /** What an author says of the policy instead of a standard expansion. */
    private static Optional<ModelText> custom(Processor processor, int component) {
        return processor.catalog().provider(component)
                .filter(provider -> provider.restorePolicy() instanceof RestorePolicy.Custom)
                .map(provider -> new ModelText(
                        provider.descriptor().linuxName().toLowerCase(Locale.ROOT) + "/policy.c",
                        ((RestorePolicy.Custom) provider.restorePolicy()).source()));
    }

    private static FeatureModel model(Processor processor, int component) {
        return processor.catalog().model(component);
    }

    /** Each text once, in a folder, and under a name of its own. */
    static List<ModelText> handlers(List<TrapHandlerSource> handlers) {
        Map<String, ModelText> named = new LinkedHashMap<>();
        for (TrapHandlerSource handler : handlers) {
            String name = handler.text().name().contains("/")
                    ? handler.text().name()
                    : TRAPS + handler.text().name();
            String free = name;
            for (int i = 2; named.containsKey(free)
                    && !named.get(free).text().equals(handler.source()); i++) {
                free = name + " (" + i + ")";
            }
            named.put(free, new ModelText(free, handler.source()));
        }
        return List.copyOf(named.values());
    }

    private static List<ModelText> own(String folder) {
        return fileNames().stream().filter(name -> name.startsWith(folder))
                .map(name -> new ModelText(name, resource(name))).toList();
    }

    static List<String> fileNames() {
        return resource(INDEX).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    private static String resource(String name) {
        try (InputStream stream = Texts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the library has no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
