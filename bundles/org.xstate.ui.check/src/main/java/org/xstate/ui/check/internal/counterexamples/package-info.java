/** The counterexamples that checks have found. */
package org.xstate.ui.check.internal.counterexamples;
