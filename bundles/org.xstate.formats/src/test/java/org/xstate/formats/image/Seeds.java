package org.xstate.formats.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sound inputs that fuzzing starts from, one for each container and each family of text formats. */
public final class Seeds {

    /** @param name for a container its kind */
    public record Seed(String name, byte[] bytes) {
        static Seed text(String name, String text) {
            return new Seed(name, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return name + ", " + bytes.length + " bytes";
        }
    }

    private Seeds() {
    }

    public static List<Seed> containers() {
        byte[] area = Inputs.image(832, 7, 7);
        return List.of(
                new Seed("core",
                        CoreBuilder.elf64().thread(1).note("CORE", 2, new byte[512]).xstate(area).thread(2)
                                .xstate(area).note("LINUX", 0x204, new byte[8])
                                .layout(2, 256, 576, 9, 8, 2688).build()),
                new Seed("core",
                        CoreBuilder.elf32().extendedNumbering().thread(1).note("CORE", 2, Inputs.fsave())
                                .note("LINUX", 0x46e62b7f, new byte[512]).xstate(area).layout(2, 256, 576)
                                .build()),
                new Seed("sigframe64", Inputs.frame64(832, 7)),
                new Seed("sigframe32", Inputs.frame32(832, 7)),
                new Seed("recording", recording()), new Seed("ptrace", area),
                new Seed("kvm", Inputs.image(4096, 7, 7)), new Seed("image", images()));
    }

    private static byte[] recording() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] frame : List.of(Inputs.frame64(832, 7), Inputs.frame32(832, 7))) {
            out.writeBytes(
                    ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putLong(frame.length)
                            .putLong(7).putLong(64).array());
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    private static byte[] images() {
        ByteBuffer images = ByteBuffer.allocate(3 * 896);
        for (int i = 0; i < 3; i++) {
            images.put(i * 896, Inputs.image(896, 7, 0));
        }
        return images.array();
    }

    public static List<Seed> texts() {
        return List.of(Seed.text("cpuid -r", """
                CPU 0:
                   0x00000000 0x00: eax=0x00000010 ebx=0x68747541 ecx=0x444d4163 edx=0x69746e65
                   0x0000000d 0x00: eax=0x00000207 ebx=0x00000340 ecx=0x00000988 edx=0x00000000
                   0x0000000d 0x01: eax=0x0000000f ebx=0x00000368 ecx=0x00001800 edx=0x00000000
                CPU 1:
                   0x0000000d 0x02: eax=0x00000100 ebx=0x00000240 ecx=0x00000000 edx=0x00000000
                """), Seed.text("InstLatx64", """
                ------[ CPUID Registers / Logical CPU #0 ]------
                CPUID 00000000: 00000010-68747541-444D4163-69746E65 [AuthenticAMD]
                CPUID 0000000D: 00000207-00000340-00000988-00000000 [SL 00] [x87]
                CPUID 0000000D: 0000000F-00000340-00001800-00000000
                CPUID 0000000D: 00000100-00000240-00000000-00000000 [SL 02]
                CPU#001 AffMask: 0x0000000000000002
                CPUID 0000000D: 00000207-00000340-00000988-00000000
                CPUID 0000000D: 0000000F-00000340-00001800-00000000
                CPUID 0000000D: 00000008-00000980-00000000-00000000
                """), Seed.text("libcpuid", """
                basic_cpuid[0]=0000000d 756e6547 6c65746e 49656e69
                basic_cpuid[13]=00000007 00000340 00000340 00000000
                ext_cpuid[8]=00003027 00000000 00000000 00000000
                intel_fn11[1]=00000004 00000008 00000201 00000000
                """), Seed.text("xen", """
                Raw policy: 32 leaves, 2 MSRs
                  00000000:ffffffff -> 0000000d:756e6547:6c65746e:49656e69
                  0000000d:00000000 -> 00000007:00000000:00000340:00000000
                PV Max policy: 31 leaves, 2 MSRs
                  0000000d:00000001 -> 00000001:00000000:00000000:00000000
                """),
                Seed.text("hypervisor logs",
                        """
                                00:00:00.154969 Gst: 0000000d/0000  00000007 00000340 00000340 00000000
                                00:00:00.154969 Hst:                00000007 00000340 00000340 00000000
                                vmx| hostCPUID level 0000000d, 1: 0x0000000f 0x00000340 0x00000000 0x00000000
                                vmx| guestCPUID level 0000000d, 10: 0x0000000f 0x00000440 0x00000000 0x00000000
                                 CPU 0/KVM-4711  [003] .....   100.0: kvm_cpuid: func d idx 0 rax 7 rbx 240 rcx 340 rdx 0, cpuid entry found
                                """),
                Seed.text("definitions", """
                        00000000 ******** => 00000020 756e6547 6c65746e 49656e69
                        0000000d 00000000 => 000602e7 00002b00 00002b00 00000000
                        0x00000000: EAX=0x0000000d, EBX=0x68747541, ECX=0x444d4163, EDX=0x69746e65
                        0x0000000d: subleafs:
                          1: EAX=0x0000000f, EBX=0x00000368, ECX=0x00001800, EDX=0x00000000
                        """), Seed.text("kernel",
                        """
                                [    0.322992] x86/fpu: xstate_offset[2]:  576, xstate_sizes[2]:  256
                                [    0.322993] x86/fpu: xstate_offset[11]: 0832, xstate_sizes[11]:   16
                                [    0.322995] x86/fpu: Enabled xstate features 0x1807, context size is 872 bytes, using 'compacted' format.
                                processor	: 0
                                vendor_id	: AuthenticAMD
                                cpuid level	: 13
                                flags		: fpu xsave avx xsaveopt
                                CPUID(0): GenuineIntel 0x16 CPUID levels
                                """));
    }
}
