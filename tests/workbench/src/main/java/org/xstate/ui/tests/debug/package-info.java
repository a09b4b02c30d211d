/** The debugger. */
package org.xstate.ui.tests.debug;
