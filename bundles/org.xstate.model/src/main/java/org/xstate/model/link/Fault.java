package org.xstate.model.link;

import org.xstate.model.diagnostic.Span;

/**
 * What goes wrong if a value is not what it has to be.
 *
 * @param claim number of the claim that is then violated
 * @param span  the expression
 * @param text  one sentence for the reader
 */
public record Fault(int claim, Span span, String text) {
}
