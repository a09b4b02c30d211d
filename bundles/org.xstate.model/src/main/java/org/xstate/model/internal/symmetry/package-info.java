/** Which parts of a machine can be exchanged for each other. */
package org.xstate.model.internal.symmetry;
