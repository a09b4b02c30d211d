/** The desktop's application, windows and perspectives. */
package org.xstate.ui.workbench.internal;
