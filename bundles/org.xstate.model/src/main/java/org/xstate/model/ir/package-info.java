/**
 * The intermediate form: what an interpreter, a simulator or an explorer executes.
 *
 * <p>A body is a graph of nodes, each with the place and the text of the statement that it comes from. In a function or
 * a task, a statement is split from left to right at every point where another CPU or an interrupt could see the
 * difference: each read of a shared variable is a node that loads a temporary, each write is a node, a compound
 * assignment is a read and a write, and {@code &&}, {@code ||} and {@code ?:} are branches as soon as an operand that may not
 * be evaluated has such a node. Shared is what is reached through a global, a per-CPU variable or a pointer; locals,
 * constants and ghost variables are not. Rules, properties and {@code atomic} blocks are not split: nobody can see between.
 *
 * <p>Calls stay calls in functions and tasks, for the scheduler to number per calling context; in rules and properties they
 * are expanded. Branches on constants are gone, together with what only they led to.
 */
@Export
@Version("1.0.0")
package org.xstate.model.ir;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
