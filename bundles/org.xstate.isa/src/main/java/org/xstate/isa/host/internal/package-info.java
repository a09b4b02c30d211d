/** Machine code, the child process and its protocol, random cases, and the comparison with the simulator. */
package org.xstate.isa.host.internal;
