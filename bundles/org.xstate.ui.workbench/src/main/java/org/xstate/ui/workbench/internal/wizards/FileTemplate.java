package org.xstate.ui.workbench.internal.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.project.ProjectFolder;

/** What a new file begins with: a small model that is whole, and can be checked as it is. */
public enum FileTemplate {
    /** Tasks of user space behind the kernel's library. */
    SCENARIO(ProjectFolder.SCENARIOS, "scenario.c"),
    /** A machine of rules, without the library. */
    RULES(ProjectFolder.MODELS, "rules.c"),
    /** A way for the kernel to change a component, to be judged as a row of the matrix. */
    DESIGN(ProjectFolder.MODELS, "design.c");

    private final ProjectFolder folder;
    private final String file;

    FileTemplate(ProjectFolder folder, String file) {
        this.folder = folder;
        this.file = file;
    }

    /** Where such files are usually put. */
    ProjectFolder folder() {
        return folder;
    }

    /** A name to begin with. */
    String file() {
        return file;
    }

    String title() {
        return switch (this) {
            case SCENARIO -> Messages.new_scenarioTitle;
            case RULES -> Messages.new_rulesTitle;
            case DESIGN -> Messages.new_designTitle;
        };
    }

    String description() {
        return switch (this) {
            case SCENARIO -> Messages.new_scenarioDescription;
            case RULES -> Messages.new_rulesDescription;
            case DESIGN -> Messages.new_designDescription;
        };
    }

    /** The text of the new file. */
    public String text() {
        String name = "/templates/" + name().toLowerCase(Locale.ROOT) + ".c";
        try (InputStream in = FileTemplate.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
