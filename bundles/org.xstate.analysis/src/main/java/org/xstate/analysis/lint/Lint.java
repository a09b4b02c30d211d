package org.xstate.analysis.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.PluginFailure;
import org.xstate.layout.image.DecodedImage;
import org.xstate.layout.image.ResolvedImage;

/** Runs checks over images; one that throws is named and the others still run. */
public final class Lint {

    private final List<Check> checks;
    private final FeatureCatalog catalog;
    private final Optional<CheckedImage.Target> target;

    /** @param target the CPU that is to restore the images, if one was named */
    public Lint(List<Check> checks, FeatureCatalog catalog, Optional<CheckedImage.Target> target) {
        this.checks = List.copyOf(checks);
        this.catalog = catalog;
        this.target = target;
    }

    /** All findings about an image; none if not even its legacy region can be read, which the resolver has reported. */
    public List<Finding> check(String container, ResolvedImage resolved) {
        if (resolved.image().isEmpty()) {
            return List.of();
        }
        CheckedImage image = new LintedImage(container, resolved, resolved.image().get(), target, catalog);
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            try {
                findings.addAll(check.check(image));
            } catch (PluginFailure e) {
                findings.add(Finding.error(DecodedImage.PLUGIN_FAILED, e.getMessage()).at(e.bundle())
                        .remedy(e.remedy()));
            } catch (RuntimeException | LinkageError e) {
                findings.add(Finding.error(DecodedImage.PLUGIN_FAILED,
                        "the check %s threw %s".formatted(check.getClass().getName(), e))
                        .at(check.getClass().getPackageName()).remedy("remove or mend the plugin"));
            }
        }
        return List.copyOf(findings);
    }
}
