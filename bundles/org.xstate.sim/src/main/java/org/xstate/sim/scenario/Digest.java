package org.xstate.sim.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.xstate.model.diagnostic.SourceFiles;

/** Tells whether a text is the one that a trace was made with. */
final class Digest {

    private Digest() {
    }

    /** SHA-256 of the texts, one after the other; their names do not count, so that a folder can be moved. */
    static String of(List<String> names, SourceFiles files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                digest.update(files.text(name).orElse("").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
