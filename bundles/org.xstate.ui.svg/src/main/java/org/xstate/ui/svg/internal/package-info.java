/** Icons that are drawn once. */
package org.xstate.ui.svg.internal;
