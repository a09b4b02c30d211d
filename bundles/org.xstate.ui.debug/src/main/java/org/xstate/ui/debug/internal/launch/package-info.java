/** From a launch configuration, a counterexample or a trace to a session. */
package org.xstate.ui.debug.internal.launch;
