/** The view of a CPU and of its XSAVE area. */
package org.xstate.ui.layout.internal;
