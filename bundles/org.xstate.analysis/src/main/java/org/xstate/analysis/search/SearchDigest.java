package org.xstate.analysis.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** Tells one search from another: the text, the knobs, the cases, and what was set. */
final class SearchDigest {

    private SearchDigest() {
    }

    static String of(SearchRequest request, SpaceReader.Read read) {
        StringBuilder text = new StringBuilder();
        for (Judge judge : read.judges()) {
            text.append(judge.scenario().name()).append(' ').append(judge.scenario().digest()).append(' ')
                    .append(judge.scenario().kernel()).append(' ').append(judge.scenario().profile())
                    .append(judge.names(read.space())).append(judge.cells()).append(judge.costs())
                    .append('\n');
        }
        text.append(read.space().names()).append(read.space().combinations().size()).append(request.cases())
                .append(new TreeMap<>(request.load().knobs())).append(request.memory());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
