package org.xstate.formats.internal.cpuid;

import java.util.List;

/** Every format, in the order in which equally good readings win. */
public final class CpuidFormats {

    static final List<CpuidTextFormat> ALL = List.of(new CpuidRaw(), new InstLatx64(), new LibcpuidRaw(),
            new XenCpuid(), new VirtualBoxLog(), new VmwareLog(), new KvmTrace(), new SdeDefinition(),
            new Kcpuid(),
            new KernelLog(), new Turbostat(), new ProcCpuinfo());

    private CpuidFormats() {
    }

    /** Their names. */
    public static List<String> names() {
        return ALL.stream().map(CpuidTextFormat::name).toList();
    }
}
