/** How files come into the desktop, and which part shows them. */
package org.xstate.ui.workbench.internal.open;
