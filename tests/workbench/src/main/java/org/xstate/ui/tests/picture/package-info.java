/** Pictures, as they are drawn on the screen. */
package org.xstate.ui.tests.picture;
