/** The shell of the commands as a console. */
package org.xstate.ui.console.internal;
