package org.xstate.ui.layout.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.json.CpusJson;
import org.xstate.analysis.json.LayoutJson;
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.layout.LayoutPicture;
import org.xstate.analysis.layout.LayoutReport;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.text.FindingText;
import org.xstate.analysis.text.LayoutText;
import org.xstate.analysis.text.MigrationText;
import org.xstate.analysis.text.Style;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.layout.cpu.Migration;

/** What the view shows. */
sealed interface Answer {

    Question question();

    /** As the command prints it. */
    Optional<String> text();

    Optional<String> json();

    /** As the command draws it. */
    default Optional<Picture> picture() {
        return picture(LayoutPicture.WIDTH);
    }

    /** @param width in units of a picture */
    Optional<Picture> picture(double width);

    /** One CPU of a source. @param chosen which, from 0 */
    record Single(Question question, FeatureCatalog catalog, LayoutReport standard, LayoutReport compacted,
            int chosen) implements Answer {

        CpuLayout cpu() {
            return standard.cpus().get(chosen);
        }

        CpuLayout compactedCpu() {
            return compacted.cpus().get(chosen);
        }

        /** Of the CPU and of its source, in both formats; none twice. */
        List<Finding> findings() {
            List<Finding> all = new ArrayList<>(standard.findings());
            all.addAll(cpu().findings());
            compactedCpu().findings().stream().filter(one -> !all.contains(one)).forEach(all::add);
            return all;
        }

        @Override
        public Optional<String> text() {
            List<String> lines = new ArrayList<>();
            for (LayoutReport report : List.of(standard, compacted)) {
                for (CpuLayout entry : report.cpus()) {
                    if (!lines.isEmpty()) {
                        lines.add("");
                    }
                    lines.addAll(LayoutText.lines(entry, catalog, Style.PLAIN));
                }
                lines.addAll(FindingText.lines(report.findings(), "", Style.PLAIN));
            }
            return Optional.of(String.join("\n", lines) + "\n");
        }

        @Override
        public Optional<String> json() {
            return Optional.of(LayoutJson.document(standard, catalog) + "\n"
                    + LayoutJson.document(compacted, catalog) + "\n");
        }

        @Override
        public Optional<Picture> picture(double width) {
            return Optional.of(LayoutPicture.of(List.of(cpu()), catalog, width));
        }
    }

    /** Two CPUs. */
    record Compared(Question question, FeatureCatalog catalog, CpuLayout from, CpuLayout to,
            Migration migration,
            List<Finding> findings) implements Answer {

        @Override
        public Optional<String> text() {
            return Optional.of(String.join("\n", MigrationText.lines(question.source().name(),
                    question.other().orElseThrow().name(), migration, Style.PLAIN)) + "\n");
        }

        @Override
        public Optional<String> json() {
            return Optional
                    .of(CpusJson.migration(question.source().name(), question.other().orElseThrow().name(),
                            migration) + "\n");
        }

        @Override
        public Optional<Picture> picture(double width) {
            return Optional.of(LayoutPicture.of(from, to, migration, catalog, width));
        }
    }

    /** A source that tells nothing. @param reason with its name, and what to do */
    record Refused(Question question, String reason) implements Answer {

        @Override
        public Optional<String> text() {
            return Optional.empty();
        }

        @Override
        public Optional<String> json() {
            return Optional.empty();
        }

        @Override
        public Optional<Picture> picture(double width) {
            return Optional.empty();
        }
    }
}
