package org.xstate.ui.editor.internal;

import java.util.Map;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** Pictures of what names are declared as; kept as long as the desktop runs. */
final class Pictures {

    private static final Map<String, String> FILES = Map.ofEntries(Map.entry("function", "function"),
            Map.entry("hook", "hook"), Map.entry("hook-part", "hook"), Map.entry("struct", "struct"),
            Map.entry("enum", "enum"), Map.entry("member", "member"), Map.entry("enum-constant", "constant"),
            Map.entry("constant", "constant"), Map.entry("token", "constant"), Map.entry("type", "struct"),
            Map.entry("variable", "variable"), Map.entry("per-cpu", "variable"),
            Map.entry("pool", "variable"),
            Map.entry("parameter", "member"), Map.entry("local", "member"), Map.entry("knob", "knob"),
            Map.entry("knob-value", "constant"), Map.entry("scenario", "scenario"), Map.entry("task", "task"),
            Map.entry("kernel-thread", "task"), Map.entry("interrupt", "task"), Map.entry("setup", "setup"),
            Map.entry("rule", "task"), Map.entry("property", "property"));

    private Pictures() {
    }

    /** @param kind as {@code SymbolKind.id()} gives it, or another word, which has the picture of a word */
    static Image of(String kind) {
        return image(FILES.getOrDefault(kind, "word"));
    }

    static Image image(String name) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = "org.xstate.ui.editor/" + name;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor(name));
        }
        return registry.get(key);
    }

    static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(Pictures.class, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }
}
