/** From frames to text in editors. */
package org.xstate.ui.debug.internal.source;
