/** Names, types, constants, and the rules of the language. */
package org.xstate.model.internal.check;
