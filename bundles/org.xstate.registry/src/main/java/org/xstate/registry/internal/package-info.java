/**
 * The extension registry's side of the API: reads what bundles declare in {@code plugin.xml}, makes and judges the objects,
 * keeps plugins apart from the program and from each other, and publishes the result as the service
 * {@link org.xstate.api.Contributions}.
 */
package org.xstate.registry.internal;
