/** Finds XSAVE images in the files that hold them: cores, signal frames, ptrace and KVM buffers, bare images. */
@Export
@Version("1.0.0")
package org.xstate.formats.image;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
