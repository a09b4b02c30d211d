package org.xstate.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges the names of the texts that an xfeature brings; whether they compile, others know. */
final class ModelCheck {

    private static final Pattern FILE = Pattern
            .compile("(?:[a-z0-9][a-z0-9_.-]*/)+[a-z0-9][a-z0-9_.-]*\\.[ch]");
    /** Folders of the library's own files, which a reader of a trace takes for the kernel's. */
    private static final List<String> OWN = List.of("hardware", "kernel", "policy");

    private ModelCheck() {
    }

    static Optional<ContributionCheck.Complaint> complaint(FeatureModel model,
            Collection<FeatureCatalog.Accepted> accepted) {
        if (model == null) {
            return complaint("model() returned null", "return FeatureModel.NONE");
        }
        Map<String, String> taken = new HashMap<>();
        if (!model.texts().isEmpty()) {
            for (FeatureCatalog.Accepted other : accepted) {
                other.model().texts()
                        .forEach(text -> taken.put(text.name(), other.descriptor().name()));
            }
        }
        for (ModelText text : model.texts()) {
            if (!FILE.matcher(text.name()).matches() || text.name().contains("..")) {
                return complaint("its text '%s' has no usable name".formatted(text.name()),
                        "name it as a file in a folder of its own, in lower case: scratch/kernel.c");
            }
            String folder = text.name().substring(0, text.name().indexOf('/'));
            if (OWN.contains(folder)) {
                return complaint(
                        "its text %s lies in the library's folder %s/".formatted(text.name(), folder),
                        "name a folder of its own");
            }
            String other = taken.put(text.name(), "it");
            if (other != null) {
                return complaint(other.equals("it")
                        ? "it has two texts named " + text.name()
                        : "its text %s has the name of one of %s".formatted(text.name(), other),
                        "give each text a name of its own");
            }
        }
        return Optional.empty();
    }

    private static Optional<ContributionCheck.Complaint> complaint(String reason, String remedy) {
        return Optional.of(new ContributionCheck.Complaint(reason, remedy));
    }
}
