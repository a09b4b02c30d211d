/** Projects: what is in them, how they are made, the examples. */
package org.xstate.ui.workbench.internal.project;
