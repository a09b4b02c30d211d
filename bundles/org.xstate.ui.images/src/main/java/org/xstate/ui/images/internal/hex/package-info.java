/** Bytes in rows of sixteen, drawn as far as they are visible. */
package org.xstate.ui.images.internal.hex;
