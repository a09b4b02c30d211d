package org.xstate.model.index;

/** What a name can be declared as. */
public enum SymbolKind {
    FUNCTION("function"), HOOK("hook"), HOOK_PART("part of a hook"), STRUCT("struct"), MEMBER("member"), ENUM(
            "enum"), ENUM_CONSTANT("constant"), CONSTANT("constant"), TYPE("type"), VARIABLE(
                    "variable"), PER_CPU("per-CPU variable"), POOL("pool"), TOKEN("token"), KNOB(
                            "knob"), KNOB_VALUE("value of a knob"), PARAMETER("parameter"), LOCAL(
                                    "local variable"), LABEL("label"), SCENARIO("scenario"), TASK(
                                            "task"), KERNEL_THREAD("kernel thread"), INTERRUPT(
                                                    "interrupt"), SETUP("setup"), RULE(
                                                            "rule"), PROPERTY("property"), FILE("file");

    private final String word;

    SymbolKind(String word) {
        this.word = word;
    }

    /** As people say it. */
    public String word() {
        return word;
    }

    /** In lower case with hyphens, for documents. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether only the text around it knows it. */
    public boolean isLocal() {
        return this == PARAMETER || this == LOCAL || this == LABEL;
    }

    /** Whether it is a part of what it stands in, and never at the outermost level of a file. */
    public boolean isPart() {
        return this == MEMBER || this == ENUM_CONSTANT || this == KNOB_VALUE || isLocal();
    }
}
