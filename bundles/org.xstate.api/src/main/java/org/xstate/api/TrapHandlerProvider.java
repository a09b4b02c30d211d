package org.xstate.api;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Trap handlers that belong to no single xfeature; those of one xfeature come with its {@link XFeatureProvider}.
 *
 * <p>Contribute the class to the extension point {@code org.xstate.api.trapHandlers} and name it in
 * {@code META-INF/services/org.xstate.api.TrapHandlerProvider}. It needs a public constructor without arguments; it is
 * asked from any thread and gives the same answers each time.
 */
@ConsumerType
public interface TrapHandlerProvider {

    /** In the order in which they are tried where several have the same vector. */
    List<TrapHandlerSource> trapHandlers();
}
