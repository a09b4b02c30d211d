/** The view of CPUs and of the XSAVE areas that they make. */
package org.xstate.ui.workbench.internal.layout;
