/** Checks that run, wait or are done, where their results are kept, and the view of them. */
package org.xstate.ui.check.internal.checks;
