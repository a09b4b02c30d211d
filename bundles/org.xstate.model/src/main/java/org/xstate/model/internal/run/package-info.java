/** How the interpreter executes. */
package org.xstate.model.internal.run;
