/** What the packages of the front end share. */
package org.xstate.model.internal;
