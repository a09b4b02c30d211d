package org.xstate.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of the kernel, as {@code LINUX_VERSION_CODE} counts them: one byte each for patch level and sublevel. */
public record KernelVersion(int major, int minor, int patch) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})(?:\\.([0-9]{1,3}))?");

    public KernelVersion {
        if (major < 0 || minor < 0 || minor > 255 || patch < 0 || patch > 255) {
            throw new IllegalArgumentException("no kernel version");
        }
    }

    /** {@code 6.16} or {@code 6.16.3}. */
    public static Optional<KernelVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int minor = Integer.parseInt(matcher.group(2));
        int patch = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return minor > 255 || patch > 255
                ? Optional.empty()
                : Optional.of(new KernelVersion(Integer.parseInt(matcher.group(1)), minor, patch));
    }

    /** The number that {@code KERNEL_VERSION(a, b, c)} is. */
    public int code() {
        return (major << 16) + (minor << 8) + patch;
    }

    @Override
    public String toString() {
        return major + "." + minor + (patch == 0 ? "" : "." + patch);
    }
}
