/** The view of what is registered. */
package org.xstate.ui.workbench.internal.features;
