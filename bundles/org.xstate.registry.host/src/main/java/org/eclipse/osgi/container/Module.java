package org.eclipse.osgi.container;

/**
 * The name of a class of Equinox that the extension registry asks a bundle to be adapted to. No other framework does that,
 * and the registry then goes on without.
 */
public abstract class Module {
}
