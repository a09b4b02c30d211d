package org.xstate.ui.check.internal.designs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.check.CheckSettings;
import org.xstate.analysis.check.ScenarioProcessors;
import org.xstate.analysis.designs.Design;
import org.xstate.analysis.designs.DesignStudy;
import org.xstate.analysis.designs.Subject;
import org.xstate.api.Contributions;
import org.xstate.sim.scenario.LoadOptions;

/**
 * What a matrix is asked about, as the fields of the view have it; empty ones are as in the standard harness.
 *
 * @param updated   name of the component that the calls change
 * @param bystander name of the one that must not suffer
 * @param kernel    release
 * @param profile   of the CPU
 * @param knobs     {@code KNOB=VALUE} with commas between them
 * @param own       files with designs of the user's own
 */
record Question(String updated, String bystander, String kernel, String profile, String knobs,
        List<Path> own) {

    static final Question STANDARD = new Question("", "", "", "", "", List.of());

    Question {
        Objects.requireNonNull(updated);
        Objects.requireNonNull(bystander);
        Objects.requireNonNull(kernel);
        Objects.requireNonNull(profile);
        Objects.requireNonNull(knobs);
        own = List.copyOf(own);
    }

    Question with(List<Path> files) {
        return new Question(updated, bystander, kernel, profile, knobs, files);
    }

    /** @throws IllegalArgumentException with a sentence, if a field cannot be read */
    DesignStudy study(Contributions contributions) {
        List<Design> known = Design.of(contributions.apiDesigns());
        List<Design> all = new ArrayList<>(known);
        for (Path file : own) {
            all.add(design(file, known));
        }
        LoadOptions base = LoadOptions.of(contributions)
                .on(new ScenarioProcessors(contributions.features()));
        return new DesignStudy(all, known, subject(contributions), switches(), base);
    }

    private Optional<Subject> subject(Contributions contributions) {
        if (updated.isEmpty() && bystander.isEmpty()) {
            return Optional.empty();
        }
        Subject standard = Subject.standard();
        Subject wanted = Subject.of(updated.isEmpty() ? standard.updated() : updated,
                bystander.isEmpty() ? standard.bystander() : bystander, contributions.features());
        return wanted.equals(standard) ? Optional.empty() : Optional.of(wanted);
    }

    private DesignStudy.Switches switches() {
        Map<String, String> set = CheckSettings.knobs(settings());
        DesignStudy.Switches.OWN.stream().filter(set::containsKey).findFirst().ifPresent(knob -> {
            throw new IllegalArgumentException(knob + ": the matrix has every value of it");
        });
        return new DesignStudy.Switches(
                Optional.of(kernel).filter(text -> !text.isBlank()).map(CheckSettings::kernel),
                Optional.of(profile).filter(text -> !text.isBlank()), set);
    }

    private List<String> settings() {
        return List.of(knobs.split(",")).stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static Design design(Path file, List<Design> known) {
        return Design.file(file.toString().replace('\\', '/'), text(file),
                name -> Optional.of(Path.of(name)).filter(Files::isRegularFile).map(Question::text), known);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** The command line that asks the same. */
    String command() {
        StringBuilder line = new StringBuilder("xstate designs");
        option(line, "--updated", updated);
        option(line, "--bystander", bystander);
        option(line, "--kernel", kernel);
        option(line, "--cpu", profile);
        settings().forEach(setting -> option(line, "--set", setting));
        own.forEach(file -> option(line, "--design", file.toString()));
        return line.toString();
    }

    private static void option(StringBuilder line, String name, String value) {
        if (!value.isBlank()) {
            line.append(' ').append(name).append(' ').append(value);
        }
    }
}
