package org.xstate.ui.images.internal;

import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.image.ImageMap;
import org.xstate.analysis.image.Span;
import org.xstate.analysis.text.DecodeText;
import org.xstate.api.DecodedField;
import org.xstate.api.FieldDescriptor;

/** What stands in the columns of the tree. */
final class NodeText {

    private static final int LONGEST = 96;

    private NodeText() {
    }

    static String name(Node node) {
        return node.field().map(field -> field.decoded().name()).orElseGet(() -> {
            ImageMap.Part part = node.part();
            String sign = part.symbol().isEmpty() ? "" : part.symbol() + " ";
            return sign + part.name();
        });
    }

    static String value(Node node) {
        return node.field().map(field -> shown(node.part(), field.decoded())).orElseGet(() -> {
            ImageMap.Part part = node.part();
            if (part.kind() == ImageMap.Kind.HOLE || part.kind() == ImageMap.Kind.REST) {
                return part.stale() == 0
                        ? Messages.value_allZero
                        : NLS.bind(Messages.value_notZero, part.stale());
            }
            return part.word();
        });
    }

    /** Control and status words in hexadecimal, as people read them, and as the command prints them. */
    static String shown(ImageMap.Part part, DecodedField field) {
        boolean control = field.style() == FieldDescriptor.Style.NUMBER && part.component().orElse(2) <= 1;
        String text = control ? DecodeText.controlWord(field.value()) : field.text();
        return text.length() <= LONGEST
                ? text
                : NLS.bind(Messages.value_long, text.substring(0, LONGEST), field.width());
    }

    /** The value as it can be typed again. */
    static String typed(ImageMap.Part part, DecodedField field) {
        boolean control = field.style() == FieldDescriptor.Style.NUMBER && part.component().orElse(2) <= 1;
        return control ? "0x" + field.value().toString(16) : field.text();
    }

    static String meaning(Node node) {
        return node.field().map(field -> field.decoded().meaning()).orElseGet(() -> {
            String bytes = node.part().span()
                    .map(span -> NLS.bind(Messages.meaning_bytes, "%,d".formatted(span.length()))).orElse("");
            String reason = node.part().reason();
            return reason.isEmpty() ? bytes : bytes + (bytes.isEmpty() ? "" : "; ") + reason;
        });
    }

    static String offset(Node node) {
        return node.spans().isEmpty() ? "" : Integer.toString(node.spans().getFirst().offset());
    }

    static String bits(Node node) {
        int bytes = node.spans().stream().mapToInt(Span::length).sum();
        return bytes == 0 ? "" : "%,d".formatted(8 * bytes);
    }

    static String tip(Node node) {
        String where = node.spans().isEmpty()
                ? Messages.tip_computed
                : node.spans().stream()
                        .map(span -> NLS.bind(Messages.tip_bytes, new Object[]{span.offset(), span.end() - 1,
                            "0x" + Integer.toHexString(span.offset())}))
                        .reduce((a, b) -> a + ", " + b).orElseThrow();
        String state = node.part().state();
        return name(node) + (state.isEmpty() ? "" : "  " + state) + "\n" + where
                + (meaning(node).isEmpty() ? "" : "\n" + meaning(node));
    }
}
