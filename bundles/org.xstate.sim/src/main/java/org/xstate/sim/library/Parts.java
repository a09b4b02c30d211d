package org.xstate.sim.library;

import java.util.ArrayList;
import java.util.List;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.StatePart;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/** The parts of a scenario's components; those of x87 and SSE are core knowledge, for they share the legacy region. */
final class Parts {

    private static final List<Part.Range> X87 = List.of(new Part.Range(0, 24), new Part.Range(32, 160));
    private static final Part.Range XMM = new Part.Range(0, 256);
    /** MXCSR and MXCSR_MASK, which are stored together, at bytes 24 to 31 of the area; SSE starts at 160. */
    private static final Part.Range MXCSR = new Part.Range(-136, -128);

    private Parts() {
    }

    static List<Part> of(XsaveCpu cpu, FeatureCatalog catalog, XFeatureMask components) {
        List<Part> parts = new ArrayList<>();
        for (int component : components) {
            switch (component) {
                case 0 -> parts.add(new Part(parts.size(), 0, "x87", X87, false));
                case 1 -> {
                    parts.add(new Part(parts.size(), 1, "xmm", List.of(XMM), true));
                    parts.add(new Part(parts.size(), 1, Part.MXCSR, List.of(MXCSR), false));
                }
                default -> extended(cpu.component(component).orElseThrow(), catalog, parts);
            }
        }
        return List.copyOf(parts);
    }

    private static void extended(ComponentInfo info, FeatureCatalog catalog, List<Part> parts) {
        byte[] init = catalog.hardwareInit(info.number(), info.size());
        List<StatePart> states = catalog.provider(info.number())
                .map(provider -> provider.stateParts(info.size()))
                .orElseGet(() -> List.of(new StatePart(catalog.name(info.number()), 0, info.size())));
        for (StatePart state : states) {
            int end = state.offset() + state.size();
            boolean zero = true;
            for (int i = state.offset(); i < end; i++) {
                zero &= init[i] == 0;
            }
            parts.add(new Part(parts.size(), info.number(), state.name(),
                    List.of(new Part.Range(state.offset(), end)), zero));
        }
    }
}
