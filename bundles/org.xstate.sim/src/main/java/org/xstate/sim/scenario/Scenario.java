package org.xstate.sim.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.model.KernelVersion;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program;
import org.xstate.model.link.Machine;
import org.xstate.sim.library.ImageMap;
import org.xstate.sim.library.Library;

/**
 * A scenario that compiled: ready to be run.
 *
 * @param source   its file, as it was named
 * @param name     of the scenario; of the file, without its ending, if that declares none
 * @param kernel   release of the kernel that it is about
 * @param profile  name of the CPU profile; absent in rule form, which has no processor
 * @param library  what it was compiled behind; absent in rule form
 * @param bounds   absent in rule form
 * @param expected property that the scenario says is violated
 * @param program  as the front end gives it
 * @param machine  laid out to be run
 * @param files    the text that it was compiled from
 * @param digest   of that text: SHA-256 in lower-case hexadecimal
 */
public record Scenario(String source, String name, KernelVersion kernel, Optional<String> profile,
        Optional<Library> library, Optional<Bounds> bounds, Optional<String> expected, Program program,
        Machine machine,
        SourceFiles files, String digest) {

    public Scenario {
        Objects.requireNonNull(source);
        Objects.requireNonNull(name);
        Objects.requireNonNull(kernel);
        Objects.requireNonNull(profile);
        Objects.requireNonNull(library);
        Objects.requireNonNull(bounds);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(program);
        Objects.requireNonNull(machine);
        Objects.requireNonNull(files);
        Objects.requireNonNull(digest);
    }

    /** Knobs with the values that the machine was made with, in the order of the text. */
    public List<Program.Knob> knobs() {
        return program.knobs();
    }

    /** How the processor lays images out; absent in rule form. */
    public Optional<ImageMap> map() {
        return library.map(Library::map);
    }

    /** Whether a file is the library's rather than the scenario's. */
    public boolean isLibrary(String file) {
        return library.filter(texts -> texts.has(file)).isPresent();
    }

    /** Whether a file tells what the processor does. */
    public boolean isHardware(String file) {
        return library.filter(texts -> texts.isHardware(file)).isPresent();
    }

    /** The file as a reader of a trace wants it: without the folder in which the scenario lies. */
    public String shortened(String file) {
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        return !folder.isEmpty() && file.startsWith(folder) ? file.substring(folder.length()) : file;
    }

    /** The same under another name of its file. Places in that file have been told before: they keep the name that they have. */
    public Scenario called(String other) {
        return new Scenario(other, name, kernel, profile, library, bounds, expected, program, machine, files,
                digest);
    }

    /** The value of a knob as it is written: the name of the value, or the number. */
    public static String text(Program.Knob knob, long value) {
        return knob.values().entrySet().stream().filter(entry -> entry.getValue() == value)
                .map(java.util.Map.Entry::getKey).findFirst().orElse(Long.toString(value));
    }
}
