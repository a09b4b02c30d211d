/** From characters to the syntax tree. */
package org.xstate.model.internal.parse;
