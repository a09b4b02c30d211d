package org.xstate.analysis.layout;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageSource;
import org.xstate.formats.cpuid.CpuidTexts;
import org.xstate.formats.image.ImageFiles;
import org.xstate.isa.host.HostCpu;
import org.xstate.isa.host.HostReading;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpuid.CpuidDocument;
import org.xstate.layout.cpuid.CpuidDump;

/** Where what is known of a CPU comes from. */
public sealed interface CpuSource {

    /** What was read; it can be laid out in many ways without being read again. */
    @FunctionalInterface
    interface Content {
        LayoutReport report(LayoutQuestion question, FeatureCatalog catalog);
    }

    /** As {@code xstate cpus diff} takes it: the name of a profile, a file, or {@code host}. */
    String name();

    /** As {@code xstate layout} takes it: {@code --cpu zen3}. */
    String option();

    /** What people call it: {@code AMD Zen 3}, or as {@link #name}. */
    String label();

    /** @throws UnreadableCpuException if it cannot be read, or is no description of a CPU */
    Content load() throws UnreadableCpuException;

    /** A known CPU. */
    record Known(CpuProfile profile) implements CpuSource {

        public Known {
            Objects.requireNonNull(profile);
        }

        @Override
        public String name() {
            return profile.id();
        }

        @Override
        public String option() {
            return "--cpu " + profile.id();
        }

        @Override
        public String label() {
            return profile.name();
        }

        @Override
        public Content load() {
            return (question, catalog) -> LayoutReport.of(profile.id(), profile.id(),
                    Optional.of(profile.name()),
                    profile.table(), question, catalog);
        }
    }

    /** A CPUID dump as text, in any of the known formats. @param name as the user calls the file */
    record Dump(String name, Path file) implements CpuSource {

        public Dump {
            Objects.requireNonNull(name);
            Objects.requireNonNull(file);
        }

        public Dump(Path file) {
            this(file.toString(), file);
        }

        @Override
        public String option() {
            return "--cpuid " + (name.contains(" ") ? "'" + name + "'" : name);
        }

        @Override
        public String label() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public Content load() throws UnreadableCpuException {
            if (Files.isDirectory(file)) {
                throw new UnreadableCpuException(name + ": this is a folder; give a file", false);
            }
            try (Arena arena = Arena.ofConfined()) {
                CpuidDocument document = parse(name, ImageFiles.open(file, arena));
                return (question, catalog) -> LayoutReport.of(name, document, question, catalog);
            } catch (NoSuchFileException e) {
                throw new UnreadableCpuException(name + ": there is no such file", true);
            } catch (AccessDeniedException e) {
                throw new UnreadableCpuException(name + ": may not be read (permission denied)", true);
            } catch (IOException e) {
                throw new UnreadableCpuException(name + ": cannot be read: " + e.getMessage(), true);
            }
        }
    }

    /** The machine this runs on. */
    record Host() implements CpuSource {

        @Override
        public String name() {
            return "host";
        }

        @Override
        public String option() {
            return "--host";
        }

        @Override
        public String label() {
            return "this machine";
        }

        @Override
        public Content load() throws UnreadableCpuException {
            CpuidDocument document = host();
            return (question, catalog) -> LayoutReport.of(name(), document, question, catalog);
        }
    }

    /** Reads a dump; the result does not refer to its bytes. @throws UnreadableCpuException if it holds no CPUID output */
    static CpuidDocument parse(String name, ImageSource content) throws UnreadableCpuException {
        CpuidDocument document = CpuidTexts.read(name, content.content());
        if (document.dumps().isEmpty()) {
            String why = worstFirst(document.findings()).map(Finding::message).findFirst()
                    .orElse("no CPUID output was recognised");
            throw new UnreadableCpuException(why.startsWith(name + " ") ? why : name + ": " + why, false);
        }
        return document;
    }

    /** What the CPUs of this machine say. @throws UnreadableCpuException where CPUID cannot be executed */
    static CpuidDocument host() throws UnreadableCpuException {
        return switch (HostCpu.readAll()) {
            case HostReading.Available available -> new CpuidDocument("CPUID instruction",
                    available.cpus().stream()
                            .map(cpu -> new CpuidDump("CPU " + cpu.number().orElse(0), cpu.cpuid(),
                                    List.of()))
                            .toList(),
                    List.of());
            case HostReading.Unavailable no -> throw new UnreadableCpuException(
                    "--host: " + no.reason() + (no.remedy().isEmpty() ? "" : "; " + no.remedy()), true);
        };
    }

    /** Why no CPU of a report can be laid out. */
    static String unusable(LayoutReport report) {
        Stream<Finding> all = Stream.concat(report.findings().stream(),
                report.cpus().stream().flatMap(cpu -> cpu.findings().stream()));
        String why = worstFirst(all.toList()).map(Finding::message).distinct().limit(2)
                .collect(Collectors.joining("; "));
        return report.source() + ": no CPU with a usable leaf 0DH" + (why.isEmpty() ? "" : ": " + why);
    }

    private static Stream<Finding> worstFirst(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparing(Finding::severity).reversed());
    }
}
