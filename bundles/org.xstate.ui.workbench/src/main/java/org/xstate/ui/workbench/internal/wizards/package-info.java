/** New projects and files. */
package org.xstate.ui.workbench.internal.wizards;
