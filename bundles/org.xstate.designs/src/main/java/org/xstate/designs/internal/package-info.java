/** The designs that were proposed, posted or merged for changing one component of a task. */
package org.xstate.designs.internal;
