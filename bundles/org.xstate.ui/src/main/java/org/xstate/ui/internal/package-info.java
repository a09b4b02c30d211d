/** The commands by which every part hands out what it shows. */
package org.xstate.ui.internal;
