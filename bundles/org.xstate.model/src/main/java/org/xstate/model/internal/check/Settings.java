package org.xstate.model.internal.check;

import java.util.LinkedHashMap;
import java.util.Map;

import org.xstate.model.KernelVersion;

/** What a model is compiled for; the scenario's own settings are added before anything is checked. */
final class Settings {

    KernelVersion kernel;
    final Map<String, String> knobs = new LinkedHashMap<>();

    Settings(KernelVersion kernel, Map<String, String> knobs) {
        this.kernel = kernel;
        this.knobs.putAll(knobs);
    }
}
