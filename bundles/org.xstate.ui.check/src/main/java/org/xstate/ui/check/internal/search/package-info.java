/** The search over the knobs of a scenario file. */
package org.xstate.ui.check.internal.search;
