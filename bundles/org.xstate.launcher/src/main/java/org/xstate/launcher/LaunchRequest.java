package org.xstate.launcher;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the launcher takes from the command line; the rest is the command's.
 *
 * @param pluginFolders the folders given by {@code --plugins}, in order
 * @param framework     the framework given by {@code --framework}; the last one counts
 * @param arguments     what is left, for the command
 */
record LaunchRequest(List<Path> pluginFolders, Optional<FrameworkChoice> framework, List<String> arguments) {

    LaunchRequest {
        pluginFolders = List.copyOf(pluginFolders);
        arguments = List.copyOf(arguments);
    }

    /** The launcher's options may stand before or after the command; {@code --} ends them. */
    static LaunchRequest parse(List<String> typed) {
        List<Path> folders = new ArrayList<>();
        Optional<FrameworkChoice> framework = Optional.empty();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (word.equals("--")) {
                rest.addAll(typed.subList(i, typed.size()));
                break;
            }
            String option = word.startsWith("--") ? word.split("=", 2)[0] : "";
            if (!option.equals("--plugins") && !option.equals("--framework")) {
                rest.add(word);
                continue;
            }
            String value;
            if (word.length() > option.length()) {
                value = word.substring(option.length() + 1);
            } else if (i + 1 < typed.size()) {
                value = typed.get(++i);
            } else {
                throw new LaunchFailure(ExitCode.USAGE, option + " needs a value");
            }
            if (option.equals("--plugins")) {
                folders.add(folder(value));
            } else {
                framework = Optional.of(framework(value));
            }
        }
        return new LaunchRequest(folders, framework, rest);
    }

    private static Path folder(String value) {
        Path path;
        try {
            path = Path.of(value);
        } catch (InvalidPathException e) {
            throw new LaunchFailure(ExitCode.USAGE, "--plugins '" + value + "': " + e.getReason());
        }
        if (!Files.isDirectory(path)) {
            throw new LaunchFailure(ExitCode.INPUT_MISSING, "--plugins " + value + ": "
                    + (Files.exists(path)
                            ? "this is not a folder; give the folder that holds the plugin jars"
                            : "there is no such folder"));
        }
        return path;
    }

    private static FrameworkChoice framework(String value) {
        return FrameworkChoice.of(value).orElseThrow(() -> new LaunchFailure(ExitCode.USAGE,
                "--framework " + value + ": known are felix and equinox"));
    }
}
