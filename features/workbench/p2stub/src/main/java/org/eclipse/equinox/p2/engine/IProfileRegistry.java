package org.eclipse.equinox.p2.engine;

/** Named by one class of org.eclipse.ui.ide, which asks for a service of this type and is content without. */
public interface IProfileRegistry {
}
