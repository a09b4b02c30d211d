package org.xstate.analysis.image;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.xstate.analysis.convert.FieldSettings;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FieldDescriptor;

/**
 * Reads {@code FIELD=VALUE} for an image at hand: what {@link FieldSettings} takes, and beyond that the fields of the header
 * and of the software bytes ({@code xstate_bv}, {@code xcomp_bv}, {@code xfeatures}, ...), which no conversion sets.
 */
public final class EditText {

    /** What became of the text. */
    public sealed interface Parsed {
        /** It names a field and a value that fits. @param name of the field */
        record Valid(ImageEdit edit, String name) implements Parsed {
        }

        /** It does not. @param reason a sentence without full stop */
        record Invalid(String reason) implements Parsed {
        }
    }

    private final FieldSettings settings;

    public EditText(FeatureCatalog catalog) {
        settings = new FieldSettings(catalog);
    }

    /** @param text {@code mxcsr=0x1f80}, {@code xstate_bv=0x207} */
    public Parsed parse(ImageMap map, String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        Optional<ImageMap.Field> plain = map.parts().stream().filter(part -> part.component().isEmpty())
                .flatMap(part -> part.fields().stream())
                .filter(field -> field.decoded().name().equals(name)).findFirst();
        if (plain.isPresent() && equals > 0) {
            return plain(plain.get(), text.substring(equals + 1).strip());
        }
        return switch (settings.parse(text)) {
            case FieldSettings.Parsed.Valid(var setting) ->
                new Parsed.Valid(new ImageEdit.Field(setting), setting.name());
            case FieldSettings.Parsed.Invalid(String reason) -> new Parsed.Invalid(reason);
        };
    }

    private static Parsed plain(ImageMap.Field field, String value) {
        String name = field.decoded().name();
        boolean digits = field.decoded().style() == FieldDescriptor.Style.BYTES;
        Optional<BigInteger> number = FieldSettings.number(value, digits);
        if (number.isEmpty()) {
            return new Parsed.Invalid("'%s=%s': the value is no number; write %s".formatted(name, value,
                    digits ? "hexadecimal digits" : "decimal, or hexadecimal with 0x"));
        }
        if (number.get().bitLength() > 8 * field.width()) {
            return new Parsed.Invalid("'%s=%s': the value has %d bits, %s has %d".formatted(name, value,
                    number.get().bitLength(), name, 8 * field.width()));
        }
        List<Span> spans = field.spans();
        return new Parsed.Valid(new ImageEdit.Bytes(spans.getFirst().offset(),
                FieldSettings.littleEndian(number.get(), field.width())), name);
    }
}
