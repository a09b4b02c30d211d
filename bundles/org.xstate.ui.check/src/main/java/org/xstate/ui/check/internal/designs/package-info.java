/** The matrix of designs. */
package org.xstate.ui.check.internal.designs;
