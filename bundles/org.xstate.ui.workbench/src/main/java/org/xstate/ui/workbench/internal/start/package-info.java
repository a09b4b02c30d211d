/** What happens when the desktop is started. */
package org.xstate.ui.workbench.internal.start;
