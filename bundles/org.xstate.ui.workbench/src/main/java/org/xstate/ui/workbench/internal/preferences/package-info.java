/** The pages of preferences that every part of the desktop reads. */
package org.xstate.ui.workbench.internal.preferences;
