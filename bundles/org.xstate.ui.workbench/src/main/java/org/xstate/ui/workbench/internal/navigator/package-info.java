/** The view of projects and files. */
package org.xstate.ui.workbench.internal.navigator;
