package org.xstate.analysis.files;

/** What this program can do with a file. */
public enum FileKind {
    /** Model C: scenarios, designs, what they include. */
    MODEL("model C", "xstate check"),
    /** An execution that {@code xstate check --save-trace} wrote. */
    TRACE("recorded execution", "xstate run --trace"),
    /** A CPUID dump as text, in any of the known formats. */
    CPUID("CPUID dump", "xstate layout --cpuid"),
    /** XSAVE images: a core, signal frames, a ptrace or KVM buffer, a bare image. */
    IMAGE("XSAVE images", "xstate decode"),
    /** Some other text. */
    TEXT("text", ""),
    /** Nothing that this program knows. */
    OTHER("not known", "");

    private final String word;
    private final String command;

    FileKind(String word, String command) {
        this.word = word;
        this.command = command;
    }

    /** For people. */
    public String word() {
        return word;
    }

    /** The command that shows it; empty where there is none. */
    public String command() {
        return command;
    }
}
