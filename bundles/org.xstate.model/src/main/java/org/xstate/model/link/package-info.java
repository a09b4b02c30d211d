/**
 * A program laid out to be run: variables are numbered slots, functions are numbered procedures, tasks and interrupt
 * contexts are processes with numbered locations. The interpreter, the simulator and the bytecode all execute this form.
 *
 * <p>Every value is a 64-bit word: an integer is its number (an unsigned 64-bit one its bits), {@code bool} is 0 or 1, a
 * token is its position in {@link org.xstate.model.link.Machine#tokens()}, a CPU its number or -1 for {@code NO_CPU}. A
 * pointer to a struct is 0 for {@code NULL}, else 1 + the position of the object among all objects of that struct in the
 * order of their slots. A {@code void *} is 0, else 1 + object * {@value org.xstate.model.link.Machine#BUFFER_BYTES} + offset
 * in bytes, the object being one of the struct that is declared as {@code buffer}.
 */
@Export
@Version("1.0.0")
package org.xstate.model.link;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
