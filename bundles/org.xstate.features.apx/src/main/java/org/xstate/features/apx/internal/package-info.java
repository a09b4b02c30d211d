/** Intel APX: the extended general-purpose registers, component 19. */
package org.xstate.features.apx.internal;
