/** How views are arranged for each kind of work. */
package org.xstate.ui.workbench.internal.perspectives;
