/** The views of what an execution does. */
package org.xstate.ui.machine.internal;
