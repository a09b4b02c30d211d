package org.xstate.analysis.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Locale;

import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.json.DecodeJson;
import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.layout.image.DecodedImage;
import org.xstate.layout.image.XsaveImage;

/** Decoded threads for people: what is in use first, zeros left out unless asked for. */
public final class DecodeText {

    private static final int WIDTH = 100;
    private static final int LONGEST_VALUE = 32;

    private final Style style;
    private final boolean all;
    private final List<String> lines = new ArrayList<>();
    /** Findings told before, without their place. */
    private final Set<Finding> said = new HashSet<>();

    /** @param all also zeros, and long values whole */
    public static List<String> lines(DecodeReport report, List<DecodedThread> threads, boolean all,
            Style style) {
        DecodeText text = new DecodeText(style, all);
        text.write(report, threads);
        return text.lines;
    }

    private DecodeText(Style style, boolean all) {
        this.style = style;
        this.all = all;
    }

    private void write(DecodeReport report, List<DecodedThread> threads) {
        lines.add(style.bold(report.source()) + "   " + report.about());
        for (DecodedThread thread : threads) {
            lines.add("");
            thread(thread);
        }
        if (!report.findings().isEmpty()) {
            lines.add("");
            lines.addAll(FindingText.lines(report.findings(), "", style));
        }
    }

    private void thread(DecodedThread thread) {
        ImageRecord record = thread.resolved().record();
        StringBuilder head = new StringBuilder(style.bold(record.label())).append("  ")
                .append(DecodeJson.format(thread)).append(" format");
        if (record.format() == ImageRecord.AreaFormat.XSAVE && record.area().byteSize() >= 576) {
            head.append(", XSTATE_BV ").append(XsaveImage.xstateBv(record.area()));
            if (!record.features().isEmpty()) {
                head.append(" of ").append(record.features());
            }
            if (!XsaveImage.xcompBv(record.area()).isEmpty()) {
                head.append(", XCOMP_BV ").append(XsaveImage.xcompBv(record.area()));
            }
        }
        head.append(", ").append(record.area().byteSize()).append(" bytes");
        lines.add(head.toString());
        lines.add(style.dim("  layout from " + thread.resolved().origin().words()
                + (record.mode64() ? "" : "; 32-bit task")));
        int width = thread.decoded().components().stream().mapToInt(c -> c.name().length()).max().orElse(0);
        thread.decoded().components().forEach(component -> component(component, width, thread.decoded()));
        record.extra().forEach(field -> lines.add("  " + item(field, false)));
        List<Finding> news = thread.findings().stream().filter(finding -> said.add(finding.at(""))).toList();
        lines.addAll(FindingText.lines(news, "  ", style));
        thread.findings().stream().filter(finding -> !news.contains(finding))
                .forEach(finding -> lines.add(style.dim("  "
                        + finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.id()
                        + ", as above")));
    }

    private void component(DecodedImage.Component component, int width, DecodedImage image) {
        String state = component.state().word().replace('-', ' ');
        String head = "  " + component.name() + " ".repeat(width - component.name().length() + 2) + state
                + " ".repeat(8 - state.length());
        Flow flow = new Flow(head, WIDTH);
        List<DecodedField> shown = new ArrayList<>();
        if (component.state() == ComponentView.State.IN_USE || all) {
            shown.addAll(component.fields());
        }
        if (component.number() == 1 && shown.isEmpty()) {
            // MXCSR means something even when SSE is in its initial configuration
            component.fields().stream().filter(field -> field.name().startsWith("mxcsr")).forEach(shown::add);
        }
        int zeros = 0;
        for (DecodedField field : shown) {
            if (!all && field.value().signum() == 0 && (field.style() == FieldDescriptor.Style.BYTES
                    || field.meaning().isEmpty())) {
                zeros++;
            } else {
                flow.add(item(field, component.number() <= 1));
            }
        }
        if (zeros > 0) {
            flow.add(zeros == shown.size() ? "all zero" : "(" + zeros + " more are 0)");
        }
        flow.finish().forEach(lines::add);
    }

    /** @param control whether numbers are control and status words, which people read in hexadecimal */
    private String item(DecodedField field, boolean control) {
        String value = switch (field.style()) {
            case NUMBER -> control ? controlWord(field.value()) : field.text();
            case HEX -> field.text();
            case BYTES -> all || field.text().length() <= 2 * LONGEST_VALUE
                    ? field.text()
                    : field.text().substring(0, 2 * LONGEST_VALUE) + "… " + field.width() + " bytes";
        };
        return field.name() + " " + value + (field.meaning().isEmpty() ? "" : " (" + field.meaning() + ")");
    }

    public static String controlWord(BigInteger value) {
        String digits = value.toString(16).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
