/** Makes JVM bytecode of a machine. */
package org.xstate.model.internal.bytecode;
