/** The menus and the toolbar of a window, and what their entries do. */
package org.xstate.ui.workbench.internal.menus;
