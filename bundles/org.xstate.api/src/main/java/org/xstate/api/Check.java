package org.xstate.api;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A check of one image. Name the class in {@code META-INF/services/org.xstate.api.Check}; it needs a public constructor
 * without arguments and keeps no mutable state.
 */
@ConsumerType
public interface Check {

    /** What is wrong, doubtful or worth knowing about the image; empty if nothing is. */
    List<Finding> check(CheckedImage image);
}
