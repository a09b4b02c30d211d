package org.xstate.ui.layout.internal;

import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.layout.Formats;
import org.xstate.analysis.text.MigrationText;

/** What stands above the view's content. */
final class LayoutWords {

    private LayoutWords() {
    }

    static String description(CpuLayout entry) {
        Formats formats = Formats.of(entry).orElseThrow();
        return NLS.bind(Messages.describe_single,
                new Object[]{entry.name(), entry.xcr0(), entry.xss(),
                    "%,d".formatted(formats.standard().size()),
                    "%,d".formatted(formats.compacted().size())});
    }

    static String description(Answer.Compared compared) {
        return NLS.bind(Messages.describe_compared, new Object[]{compared.from().name(), compared.to().name(),
            compared.to().xcr0(), compared.to().xss(), compared.migration().verdict().word(),
            MigrationText.sentence(compared.migration().verdict())});
    }
}
