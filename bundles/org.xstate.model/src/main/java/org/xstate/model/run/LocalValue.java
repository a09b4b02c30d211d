package org.xstate.model.run;

import org.xstate.model.link.Procedure;

/** What a local variable holds at some moment. */
public record LocalValue(Procedure.Local local, long value) {
}
