/** The views of what is checked, and of designs. */
package org.xstate.ui.check.internal;
