package org.xstate.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds XSAVE images in one kind of container. A new container is one new class, named in
 * {@code META-INF/services/org.xstate.api.ImageReader}.
 *
 * <p>Input is hostile: every size and offset in it may be wrong. A reader never throws for bad content; it says what is
 * wrong and where.
 */
@ConsumerType
public interface ImageReader {

    /** The container's name on the command line: {@code core}, {@code sigframe64}, {@code kvm}. */
    String kind();

    /** How surely the content is recognised, asked before {@link #read}; cheap, looks at a few bytes. */
    Match match(ImageSource source);

    /** Reads the container. Called when {@link #match} won, or when the user forces this kind. */
    ReadResult read(ImageSource source);

    /** Readers are asked in descending order of their match; equal matches in order of {@link #kind}. */
    enum Match {
        /** This is not that container. */
        NO,
        /** Sizes fit, nothing else tells (a raw image). */
        POSSIBLE,
        /** Structure fits (a plausible header where one belongs). */
        LIKELY,
        /** A magic number says so. */
        CERTAIN
    }
}
