package org.xstate.model.internal.parse;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.ast.SourceUnit;

/**
 * What came of parsing files about which there was nothing to say. A scenario is read behind a library of thousands of lines,
 * which is the same for the next scenario and for the next key that is pressed in an editor. Safe for use by several threads.
 */
final class ParsedFiles {

    private static final int MOST = 512;

    /**
     * What a syntax tree depends on.
     *
     * @param typeNames what names a type before the file
     */
    record Key(String file, String text, Set<String> typeNames) {
        Key {
            typeNames = Set.copyOf(typeNames);
        }
    }

    /** @param typeNames what names a type behind the file */
    record Parsed(SourceUnit unit, Set<String> typeNames) {
    }

    private final Map<Key, SoftReference<Parsed>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<Parsed>> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Parsed> find(Key key) {
        return Optional.ofNullable(known.get(key)).map(SoftReference::get);
    }

    synchronized void keep(Key key, Parsed parsed) {
        known.put(key, new SoftReference<>(parsed));
    }
}
