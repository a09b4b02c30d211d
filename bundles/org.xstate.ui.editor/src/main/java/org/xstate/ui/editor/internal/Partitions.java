package org.xstate.ui.editor.internal;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.FastPartitioner;
import org.eclipse.jface.text.rules.IPredicateRule;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedPartitionScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;

/** Comments, strings, and the rest of a document. */
final class Partitions {

    static final String PARTITIONING = "org.xstate.ui.editor.modelC";
    static final String COMMENT = "org.xstate.ui.editor.comment";
    static final String STRING = "org.xstate.ui.editor.string";

    private Partitions() {
    }

    /** Divides a document, if it is not divided yet. */
    static void install(IDocument document) {
        if (document instanceof IDocumentExtension3 divided
                && divided.getDocumentPartitioner(PARTITIONING) == null) {
            FastPartitioner partitioner = new FastPartitioner(new Scanner(), types());
            // connected first: whoever follows the document's partitions asks at once
            partitioner.connect(document);
            divided.setDocumentPartitioner(PARTITIONING, partitioner);
        }
    }

    static String[] types() {
        return new String[]{COMMENT, STRING};
    }

    private static final class Scanner extends RuleBasedPartitionScanner {
        Scanner() {
            setPredicateRules(new IPredicateRule[]{
                new MultiLineRule("/*", "*/", new Token(COMMENT), (char) 0, true),
                new EndOfLineRule("//", new Token(COMMENT)),
                new SingleLineRule("\"", "\"", new Token(STRING), '\\', true)});
        }
    }
}
