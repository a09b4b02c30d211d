/** Intel AMX: tile configuration and tile data, components 17 and 18. */
package org.xstate.features.amx.internal;
