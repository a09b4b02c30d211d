/** Sessions as the debug platform wants them: target, threads, frames, variables. */
package org.xstate.ui.debug.internal.model;
