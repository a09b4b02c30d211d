/** The steps of a model as a transition system, and what reduces it. */
package org.xstate.check.internal.model;
