package org.xstate.isa.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.isa.host.internal.MachineCode.Condition;
import org.xstate.isa.host.internal.MachineCode.Reg;

/** What an independent disassembler (binutils) reads in the stubs. */
class StubEncodingTest {

    @TempDir
    private Path directory;

    /** Instructions by their offset, spaces reduced, comments and the table of handlers left out. */
    private Map<Integer, String> disassemble(MachineCode code) throws IOException, InterruptedException {
        Path binary = directory.resolve("stub.bin");
        Files.write(binary, code.toByteArray());
        Process process;
        try {
            process = new ProcessBuilder("objdump", "-D", "-b", "binary", "-m", "i386:x86-64", "-M", "intel",
                    "--no-show-raw-insn", binary.toString()).redirectErrorStream(true).start();
        } catch (IOException absent) {
            assumeTrue(false, "objdump (binutils) is not installed: " + absent.getMessage());
            throw absent;
        }
        String text = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), text);
        Map<Integer, String> instructions = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.strip().split(":\\s+", 2);
            if (parts.length == 2 && parts[0].matches("[0-9a-f]+")) {
                instructions.put(Integer.parseInt(parts[0], 16),
                        parts[1].replaceAll("\\s*#.*", "").replaceAll("\\s+", " ").strip());
            }
        }
        return instructions;
    }

    /** From a label up to and with the first return. */
    private static List<String> routine(Map<Integer, String> instructions, int offset) {
        List<String> from = instructions.entrySet().stream().filter(e -> e.getKey() >= offset)
                .map(Map.Entry::getValue).toList();
        return from.subList(0, from.indexOf("ret") + 1);
    }

    @Test
    void cpuidStubPreservesRbxAndStoresFourRegisters() throws IOException, InterruptedException {
        MachineCode code = CpuidStubs.code();
        Map<Integer, String> instructions = disassemble(code);
        assertEquals(List.of("push rbx", "push rdx", "mov eax,edi", "mov ecx,esi", "cpuid", "pop rsi",
                "mov DWORD PTR [rsi],eax", "mov DWORD PTR [rsi+0x4],ebx", "mov DWORD PTR [rsi+0x8],ecx",
                "mov DWORD PTR [rsi+0xc],edx", "pop rbx", "ret"),
                routine(instructions, code.offset("cpuid")));
        assertEquals(List.of("mov ecx,edi", "xgetbv", "shl rdx,0x20", "or rax,rdx", "ret"),
                routine(instructions, code.offset("xgetbv")));
    }

    @Test
    void caseStubSavesTheCallersStateFirstAndRestoresItLast() throws IOException, InterruptedException {
        MachineCode code = CaseStubs.code(1, 2, 3, 4);
        assertEquals(List.of("push rbx", "mov rbx,rdi",
                "mov eax,DWORD PTR [rbx+0x8]", "mov edx,DWORD PTR [rbx+0xc]", "mov rsi,QWORD PTR [rbx]",
                "xsave64 [rsi]",
                "mov eax,DWORD PTR [rbx+0x18]", "mov edx,DWORD PTR [rbx+0x1c]",
                "mov rsi,QWORD PTR [rbx+0x10]", "xrstor64 [rsi]",
                "call QWORD PTR [rbx+0x40]", "call QWORD PTR [rbx+0x48]", "call QWORD PTR [rbx+0x50]",
                "mov DWORD PTR [rbx+0x78],eax", "mov DWORD PTR [rbx+0x7c],edx",
                "mov eax,DWORD PTR [rbx+0x28]", "mov edx,DWORD PTR [rbx+0x2c]",
                "mov rsi,QWORD PTR [rbx+0x20]", "mov ecx,DWORD PTR [rbx+0x70]", "call QWORD PTR [rbx+0x58]",
                "mov DWORD PTR [rbx+0x88],eax", "mov DWORD PTR [rbx+0x8c],edx", "call QWORD PTR [rbx+0x50]",
                "mov DWORD PTR [rbx+0x80],eax", "mov DWORD PTR [rbx+0x84],edx",
                "mov eax,DWORD PTR [rbx+0x38]", "mov edx,DWORD PTR [rbx+0x3c]",
                "mov rsi,QWORD PTR [rbx+0x30]", "xsave64 [rsi]",
                "mov eax,DWORD PTR [rbx+0x8]", "mov edx,DWORD PTR [rbx+0xc]", "mov rsi,QWORD PTR [rbx]",
                "xrstor64 [rsi]", "pop rbx", "ret"), routine(disassemble(code), code.offset(CaseStubs.RUN)));
    }

    @Test
    void instructionsUnderTestAreThoseTheirNamesSay() throws IOException, InterruptedException {
        MachineCode code = CaseStubs.code(1, 2, 3, 4);
        Map<Integer, String> instructions = disassemble(code);
        for (HostInstruction instruction : HostInstruction.values()) {
            String mnemonic = instruction.mnemonic().toLowerCase(java.util.Locale.ROOT);
            String expected = instruction.extension() < 0 ? mnemonic : mnemonic + " [rsi]";
            List<String> routine = routine(instructions, code.offset(CaseStubs.test(instruction)));
            assertEquals(List.of(expected, "ret"), routine);
            assertEquals("ret", instructions.get(code.offset(CaseStubs.resume(instruction))));
        }
    }

    @Test
    void preparationsAreTheInstructionsTheyPromise() throws IOException, InterruptedException {
        MachineCode code = CaseStubs.code(1, 2, 3, 4);
        Map<Integer, String> instructions = disassemble(code);
        Map<Preparation, List<String>> expected = Map.of(Preparation.NONE, List.of("ret"),
                Preparation.VZEROUPPER, List.of("vzeroupper", "ret"),
                Preparation.ZERO_YMM0, List.of("vxorps ymm0,ymm0,ymm0", "ret"),
                Preparation.WRITE_YMM0, List.of("vperm2f128 ymm0,ymm0,ymm0,0x1", "ret"),
                Preparation.WRITE_XMM0, List.of("pcmpeqd xmm0,xmm0", "ret"),
                Preparation.FLD1, List.of("fld1", "ret"));
        assertEquals(Preparation.values().length, expected.size());
        expected.forEach((preparation, listing) -> assertEquals(listing,
                routine(instructions, code.offset(CaseStubs.preparation(preparation)))));
        assertEquals(List.of("mov rdi,QWORD PTR [rbx+0x10]", "mov eax,0xdd", "mov ecx,0x200",
                "rep stos BYTE PTR es:[rdi],al", "add rdi,0x40", "mov ecx,DWORD PTR [rbx+0x74]",
                "rep stos BYTE PTR es:[rdi],al", "ret"),
                routine(instructions, code.offset(CaseStubs.FILL)));
    }

    @Test
    void handlerPassesOnWhatIsNotTheInstructionUnderTest() throws IOException, InterruptedException {
        MachineCode code = CaseStubs.code(1, 2, 3, 4);
        Map<Integer, String> instructions = disassemble(code);
        int handler = code.offset(CaseStubs.HANDLER);
        String chain = "0x%x".formatted(code.offset("chain"));
        String run = "lea rcx,[rip+0x%x]";
        List<String> listing = routine(instructions, handler);
        assertEquals(List.of("mov rax,QWORD PTR [rdx+0xa8]",
                run.formatted(-1 & 0xffff_ffff_ffff_ffffL & (code.offset(CaseStubs.RUN) - handler - 14L)),
                "cmp rax,rcx", "jb " + chain), listing.subList(0, 4));
        assertEquals(List.of("cmp rax,rcx", "jae " + chain, "mov rcx,QWORD PTR [rdx+0x80]",
                "cmp rax,QWORD PTR [rcx+0x68]", "jne " + chain, "mov DWORD PTR [rcx+0x90],edi",
                "mov eax,DWORD PTR [rsi+0x8]", "mov DWORD PTR [rcx+0x94],eax",
                "mov rax,QWORD PTR [rdx+0xc8]", "mov QWORD PTR [rcx+0x98],rax",
                "mov rax,QWORD PTR [rdx+0xc0]", "mov QWORD PTR [rcx+0xa0],rax",
                "mov rax,QWORD PTR [rcx+0x60]", "mov QWORD PTR [rdx+0xa8],rax", "ret"),
                listing.subList(5, listing.size()));
        assertEquals("jmp QWORD PTR [rax+rdi*8]", instructions.get(code.offset("chain") + 7));
        assertEquals("mov eax,0xf", instructions.get(code.offset(CaseStubs.RESTORER)));
        assertEquals("syscall", instructions.get(code.offset(CaseStubs.RESTORER) + 5));
    }

    @Test
    void handlersToPassOnToLieInTheTableByTheirSignal() {
        MachineCode code = CaseStubs.code(0x44, 0x77, 0x88, 0xbb);
        byte[] bytes = code.toByteArray();
        int table = code.offset("table");
        assertEquals(0, table % 8);
        assertEquals("44 77 88 bb", "%x %x %x %x".formatted(bytes[table + 4 * 8] & 0xff,
                bytes[table + 7 * 8] & 0xff, bytes[table + 8 * 8] & 0xff, bytes[table + 11 * 8] & 0xff));
    }

    @Test
    void jumpThatDoesNotReachAndBaseThatNeedsASibByteAreRefused() {
        MachineCode far = new MachineCode().jump(Condition.BELOW, "end").bytes(new int[200]).label("end");
        assertTrue(assertThrows(IllegalStateException.class, far::toByteArray).getMessage().contains("200"));
        MachineCode code = new MachineCode();
        assertThrows(IllegalArgumentException.class, () -> code.load64(Reg.RAX, Reg.RSP, 0));
        assertThrows(IllegalArgumentException.class, () -> code.offset("nowhere"));
    }
}
