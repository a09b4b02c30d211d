package org.xstate.formats.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.ImageRecord.LayoutEntry;
import org.xstate.api.ReadResult;
import org.xstate.api.XFeatureMask;

/** Cores built here, for what recorded ones do not have. */
class CoreTest {

    private static final byte[] AREA = Inputs.image(832, 7, 7);

    private static ReadResult.Container read(CoreBuilder core) {
        return Inputs.container(core.build());
    }

    @Test
    void aCoreOf64BitThreadsGivesEachItsImageInFileOrder() {
        ReadResult.Container core = read(CoreBuilder.elf64().thread(100).xstate(AREA)
                .thread(7).xstate(Inputs.image(832, 2, 7)).layout(2, 256, 576));
        assertEquals("core", core.kind());
        assertEquals("ELF64 core, 2 threads", core.about());
        assertEquals(List.of(OptionalLong.of(100), OptionalLong.of(7)),
                core.records().stream().map(ImageRecord::lwp).toList());
        ImageRecord first = core.records().getFirst();
        assertEquals("thread 100", first.label());
        assertEquals(-1, first.area().mismatch(java.lang.foreign.MemorySegment.ofArray(AREA)));
        assertEquals(new XFeatureMask(7), first.features());
        assertEquals(List.of(new LayoutEntry(2, 256, 576, 0)), first.layout());
        assertEquals(first.layout(), core.records().getLast().layout());
        assertTrue(first.mode64());
        assertEquals(List.of(), core.findings());
        assertEquals(List.of(), first.findings());
    }

    @Test
    void imagesAreViewsOfTheFileAndNotCopies() {
        byte[] bytes = CoreBuilder.elf64().thread(1).xstate(AREA).build();
        ImageRecord record = Inputs.container(bytes).records().getFirst();
        int at = bytes.length - AREA.length;
        bytes[at + 200] = 0x55;
        assertEquals(0x55, record.area().get(java.lang.foreign.ValueLayout.JAVA_BYTE, 200));
        assertTrue(record.area().isReadOnly());
    }

    @Test
    void aCoreOf32BitThreadsHasItsPidElsewhereAndItsThreeForms() {
        ReadResult.Container core = read(CoreBuilder.elf32().thread(4321).note("CORE", 2, Inputs.fsave())
                .note("LINUX", 0x46e62b7f, Arrays.copyOf(AREA, 512)).xstate(AREA));
        ImageRecord record = core.records().getFirst();
        assertEquals(OptionalLong.of(4321), record.lwp());
        assertFalse(record.mode64());
        assertEquals(AreaFormat.XSAVE, record.format());
        assertEquals(List.of(), record.findings());
        assertEquals("ELF32 core, 1 thread", core.about());
    }

    @Test
    void anX32CoreRunsIn64BitMode() {
        ReadResult.Container core = read(CoreBuilder.x32().thread(55).xstate(AREA));
        assertEquals("ELF32 core (x32), 1 thread", core.about());
        assertTrue(core.records().getFirst().mode64());
        assertEquals(OptionalLong.of(55), core.records().getFirst().lwp());
    }

    @Test
    void aThreadWithoutXstateFallsBackToFxsaveAndThenToFsave() {
        ReadResult.Container core = read(CoreBuilder.elf32()
                .thread(1).note("CORE", 2, Inputs.fsave()).note("LINUX", 0x46e62b7f, Arrays.copyOf(AREA, 512))
                .thread(2).note("CORE", 2, Inputs.fsave())
                .thread(3));
        assertEquals(List.of(AreaFormat.FXSAVE, AreaFormat.FSAVE),
                core.records().stream().map(ImageRecord::format).toList());
        assertEquals(List.of("core-no-xstate"), Inputs.ids(core.records().getFirst()));
        assertEquals(List.of("core-thread-without-state"), Inputs.ids(core.findings()));
        assertTrue(core.findings().getFirst().message().contains("thread 3"));
        ImageRecord wide = read(CoreBuilder.elf64().thread(9).note("CORE", 2, Arrays.copyOf(AREA, 512)))
                .records()
                .getFirst();
        assertEquals(AreaFormat.FXSAVE, wide.format());
        assertEquals(512, wide.area().byteSize());
    }

    @Test
    void fxsaveNotesThatContradictXstateAreReported() {
        byte[] other = Arrays.copyOf(AREA, 512);
        other[170] ^= 1;
        ImageRecord record = read(CoreBuilder.elf64().thread(1).note("CORE", 2, other).xstate(AREA)).records()
                .getFirst();
        assertEquals(List.of("core-fpregs-differ"), Inputs.ids(record));
        assertTrue(record.findings().getFirst().message().contains("byte 170"));
        byte[] software = Arrays.copyOf(AREA, 512);
        software[470] ^= 1;
        assertEquals(List.of(),
                read(CoreBuilder.elf64().thread(1).note("CORE", 2, software).xstate(AREA)).records()
                        .getFirst().findings());
    }

    @Test
    void anMxcsrThatOnlyTheFxsaveNoteKeptIsNoted() {
        byte[] area = AREA.clone();
        Inputs.little(area).putLong(24, 0);
        ImageRecord record = read(
                CoreBuilder.elf64().thread(1).note("CORE", 2, Arrays.copyOf(AREA, 512)).xstate(area))
                .records().getFirst();
        assertEquals(List.of("core-fpregs-mxcsr"), Inputs.ids(record));
        assertEquals(0x1f80L, record.findings().getFirst().values().get("mxcsr"));
        Inputs.little(area).putInt(24, 0x1fa0).putInt(40, 1);
        assertEquals(List.of("core-fpregs-differ"), Inputs.ids(
                read(CoreBuilder.elf64().thread(1).note("CORE", 2, Arrays.copyOf(AREA, 512)).xstate(area))
                        .records()
                        .getFirst()));
    }

    @Test
    void fsaveNotesThatContradictXstateAreReported() {
        byte[] fsave = Inputs.fsave();
        Inputs.little(fsave).putShort(0, (short) 0x27f);
        assertEquals(List.of("core-fpregs-differ"),
                Inputs.ids(read(CoreBuilder.elf32().thread(1).note("CORE", 2, fsave).xstate(AREA)).records()
                        .getFirst()));
        byte[] tags = Inputs.fsave();
        Inputs.little(tags).putShort(8, (short) 0xfffc);
        assertTrue(read(CoreBuilder.elf32().thread(1).note("CORE", 2, tags).xstate(AREA)).records().getFirst()
                .findings()
                .getFirst().message().contains("tag word 01 against 00"));
    }

    @Test
    void theShadowStackPointerIsAnExtraRegister() {
        byte[] ssp = new byte[8];
        Inputs.little(ssp).putLong(0, 0x7fff_1234_5678L);
        ImageRecord record = read(CoreBuilder.elf64().thread(1).xstate(AREA).note("LINUX", 0x204, ssp))
                .records()
                .getFirst();
        assertEquals("ssp", record.extra().getFirst().name());
        assertEquals("0x7fff12345678", record.extra().getFirst().text());
        assertEquals(List.of("core-shadow-stack-note"), Inputs.ids(
                read(CoreBuilder.elf64().thread(1).xstate(AREA).note("LINUX", 0x204, new byte[4])).records()
                        .getFirst()));
    }

    @Test
    void anAmxThreadHasItsWholeAreaAndAllLayoutEntries() {
        byte[] area = Inputs.image(11008, 0x602e7, 0x602e7);
        area[2816 + 8191] = 0x77;
        ImageRecord record = read(
                CoreBuilder.elf64().thread(1).xstate(area).layout(2, 256, 576, 5, 64, 1088, 6, 512, 1152,
                        7, 1024, 1664, 9, 8, 2688, 17, 64, 2752, 18, 8192, 2816))
                .records().getFirst();
        assertEquals(11008, record.area().byteSize());
        assertEquals(7, record.layout().size());
        assertEquals(new LayoutEntry(18, 8192, 2816, 0), record.layout().getLast());
        assertEquals(0x77, record.area().get(java.lang.foreign.ValueLayout.JAVA_BYTE, 11007));
        assertEquals(List.of(), record.findings());
    }

    @Test
    void aLayoutNoteWithImpossibleEntriesKeepsTheOthers() {
        ReadResult.Container core = read(
                CoreBuilder.elf64().thread(1).xstate(AREA).layout(2, 256, 576, 2, 256, 576, 63, 8,
                        600, 9, -1, 576, 5, 64, 1088));
        assertEquals(List.of(2, 5),
                core.records().getFirst().layout().stream().map(LayoutEntry::type).toList());
        assertEquals(List.of("core-layout-entry", "core-layout-entry", "core-layout-entry"),
                Inputs.ids(core.findings()));
        assertEquals(List.of("core-layout-beyond-note"), Inputs.ids(core.records().getFirst()));
        assertEquals(List.of("core-layout-size"), Inputs.ids(
                read(CoreBuilder.elf64().thread(1).xstate(AREA).note("LINUX", 0x205, new byte[15]))
                        .findings()));
    }

    @Test
    void theNumberOfProgramHeadersMayStandInSectionHeader0() {
        for (CoreBuilder builder : List.of(CoreBuilder.elf64(), CoreBuilder.elf32())) {
            ReadResult.Container core = read(builder.extendedNumbering().thread(12).xstate(AREA));
            assertEquals(1, core.records().size());
            assertEquals(List.of(), core.findings());
        }
    }

    @Test
    void notesAlignedTo8BytesAreRead() {
        ReadResult.Container core = read(
                CoreBuilder.elf64().align8().note("GNU", 5, new byte[3]).thread(3).xstate(AREA)
                        .thread(4).xstate(AREA));
        assertEquals(2, core.records().size());
        assertEquals(OptionalLong.of(4), core.records().getLast().lwp());
    }

    @Test
    void notesOfOtherOwnersAreNotMistakenForLinuxs() {
        ReadResult.Container core = read(CoreBuilder.elf64().thread(1)
                .note("FreeBSD", 0x202, AREA).note("CORE", 0x202, AREA).note("LINUX", 1, new byte[336])
                .note("GO", 2, new byte[512]).note("LINUX", 0x200, new byte[512]));
        assertEquals(List.of(), core.records());
        assertEquals(List.of("core-foreign-notes", "core-thread-without-state"), Inputs.ids(core.findings()));
        assertTrue(core.findings().getFirst().message().contains("FreeBSD, GO"));
    }

    @Test
    void aFreeBsdCoreIsLeftToAReaderOfItsOwn() {
        byte[] bytes = CoreBuilder.elf64().osAbi(9).note("FreeBSD", 1, new byte[256])
                .note("FreeBSD", 0x202, AREA)
                .build();
        ReadResult.Container core = Inputs.container(bytes);
        assertEquals(List.of(), core.records());
        assertEquals(List.of("core-foreign-notes", "core-no-threads"), Inputs.ids(core.findings()));
    }

    @Test
    void stateBeforeAnyThreadIsKeptWithoutAnId() {
        ReadResult.Container core = read(CoreBuilder.elf64().xstate(AREA).thread(5).xstate(AREA));
        assertEquals(List.of(OptionalLong.empty(), OptionalLong.of(5)),
                core.records().stream().map(ImageRecord::lwp).toList());
        assertEquals(List.of("core-state-without-thread"), Inputs.ids(core.findings()));
    }

    @Test
    void aSecondXstateNoteOfAThreadDoesNotReplaceTheFirst() {
        ImageRecord record = read(CoreBuilder.elf64().thread(5).xstate(AREA).xstate(new byte[832])).records()
                .getFirst();
        assertEquals(7, record.area().get(java.lang.foreign.ValueLayout.JAVA_BYTE, 512));
        assertEquals(List.of("core-note-repeated"), Inputs.ids(record));
    }

    @Test
    void aFileThatEndsInANoteGivesWhatIsThere() {
        byte[] whole = CoreBuilder.elf64().thread(1).xstate(AREA).thread(2).xstate(AREA).build();
        ReadResult.Container core = Inputs.container(Arrays.copyOf(whole, whole.length - 200));
        assertEquals(2, core.records().size());
        assertEquals(632, core.records().getLast().area().byteSize());
        assertEquals(List.of("core-xstate-truncated"), Inputs.ids(core.records().getLast()));
        assertEquals(List.of("core-note-segment-truncated", "core-note-truncated"),
                Inputs.ids(core.findings()));
        ReadResult.Container shorter = Inputs.container(Arrays.copyOf(whole, whole.length - 500));
        assertEquals(1, shorter.records().size());
        assertTrue(Inputs.ids(shorter.findings()).contains("core-xstate-too-short"));
    }

    @Test
    void whatIsNoX86CoreIsRefusedWithTheReason() {
        byte[] arm = CoreBuilder.elf64().thread(1).build();
        arm[18] = (byte) 183;
        assertEquals(List.of("elf-machine"), refusal(arm));
        byte[] executable = CoreBuilder.elf64().thread(1).build();
        executable[16] = 2;
        assertEquals(List.of("elf-not-a-core"), refusal(executable));
        byte[] big = CoreBuilder.elf64().thread(1).build();
        big[5] = 2;
        assertEquals(List.of("elf-header"), refusal(big));
        assertEquals(List.of("elf-header"), refusal(new byte[]{0x7f, 'E', 'L', 'F'}));
    }

    private static List<String> refusal(byte[] bytes) {
        return Inputs.ids(assertInstanceOf(ReadResult.Unusable.class, Inputs.read(bytes)).findings());
    }

    @Test
    void sizesBeyondTheFileAreReportedAndDoNoHarm() {
        byte[] header = CoreBuilder.elf64().thread(1).xstate(AREA).build();
        byte[] far = header.clone();
        Inputs.little(far).putLong(72, Long.MAX_VALUE);
        assertTrue(Inputs.ids(Inputs.container(far).findings()).contains("core-note-segment-beyond-end"));
        byte[] negative = header.clone();
        Inputs.little(negative).putLong(72, -8L);
        assertTrue(
                Inputs.ids(Inputs.container(negative).findings()).contains("core-note-segment-beyond-end"));
        byte[] huge = header.clone();
        Inputs.little(huge).putLong(96, -1L);
        assertEquals(1, Inputs.container(huge).records().size());
        byte[] many = header.clone();
        Inputs.little(many).putShort(56, (short) 0xfffe);
        assertTrue(Inputs.ids(Inputs.container(many).findings()).contains("elf-program-headers"));
        byte[] nowhere = header.clone();
        Inputs.little(nowhere).putLong(32, -56L);
        assertTrue(Inputs.ids(Inputs.container(nowhere).findings()).contains("elf-program-headers"));
        byte[] name = header.clone();
        Inputs.little(name).putInt(120, -1);
        assertTrue(Inputs.ids(Inputs.container(name).findings()).contains("core-note-truncated"));
    }

    @Test
    void noteSegmentsThatOverlapAreWalkedOnce() {
        byte[] core = CoreBuilder.elf64().extendedNumbering().thread(1).xstate(AREA).build();
        byte[] twice = Arrays.copyOf(core, core.length + 112);
        System.arraycopy(core, 64, twice, core.length, 56);
        System.arraycopy(core, 64, twice, core.length + 56, 56);
        Inputs.little(twice).putLong(32, core.length).putShort(56, (short) 2);
        Inputs.little(twice).putLong(core.length + 56 + 8, Inputs.little(core).getLong(72) + 100)
                .putLong(core.length + 56 + 32, 200);
        ReadResult.Container container = Inputs.container(twice);
        assertEquals(1, container.records().size());
        assertEquals(List.of("core-note-segment-overlaps"), Inputs.ids(container.findings()));
    }
}
