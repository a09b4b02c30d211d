package org.xstate.features.amx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.AddressWidths;
import org.xstate.api.DecodedField;
import org.xstate.api.Lifecycle;
import org.xstate.api.RegisterBehaviour.Load;
import org.xstate.api.XFeatureMask;
import org.xstate.api.tck.GivenComponent;

class AmxFeaturesTest {

    private final XtilecfgFeature cfg = new XtilecfgFeature();
    private final XtiledataFeature data = new XtiledataFeature();

    /** Palette 1, tmm0 of 16 rows of 64 bytes, tmm1 of 2 rows of 4 bytes. */
    private static ByteBuffer valid() {
        return ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).put(0, (byte) 1)
                .putShort(16, (short) 64).put(48, (byte) 16).putShort(18, (short) 4).put(49, (byte) 2);
    }

    private Load load(byte[] memory) {
        return cfg.registerBehaviour(AddressWidths.WIDEST).load(MemorySegment.ofArray(memory),
                MemorySegment.ofArray(new byte[64]));
    }

    @Test
    void bothAreAlignedAndTogetherAndTheDataIsSubjectToXfd() {
        assertTrue(cfg.descriptor().align64() && data.descriptor().align64());
        assertEquals(List.of(64, 8192), List.of(cfg.descriptor().size(), data.descriptor().size()));
        assertEquals(XFeatureMask.of(17, 18), cfg.descriptor().together());
        assertEquals(XFeatureMask.of(17, 18), data.descriptor().together());
        assertFalse(cfg.descriptor().xfd());
        assertTrue(data.descriptor().xfd());
    }

    @Test
    void useOfTheConfigurationFollowsItsContentUseOfTheDataItsLoads() {
        assertTrue(cfg.registerBehaviour(AddressWidths.WIDEST).tracksByContent());
        assertFalse(data.registerBehaviour(AddressWidths.WIDEST).tracksByContent());
    }

    @Test
    void aValidConfigurationIsLoadedAndShown() {
        assertInstanceOf(Load.Accept.class, load(valid().array()));
        Map<String, DecodedField> fields = GivenComponent.of(cfg.descriptor(), valid().array())
                .decodedBy(cfg);
        assertEquals("8 tiles of up to 16 rows of 64 bytes", fields.get("palette").meaning());
        assertEquals("16 rows of 64 bytes", fields.get("tmm0_rows").meaning());
        assertEquals("4", fields.get("tmm1_colsb").text());
        assertEquals("not in use", fields.get("tmm7_rows").meaning());
    }

    @ParameterizedTest
    @CsvSource({"0, 2, palette 2 does not exist", "2, 1, a reserved byte is not 0",
        "15, 1, a reserved byte is not 0", "32, 1, a reserved byte is not 0",
        "47, 1, a reserved byte is not 0", "56, 1, a reserved byte is not 0",
        "63, 1, a reserved byte is not 0", "48, 17, tmm0 has 17 rows of at most 16",
        "16, 65, tmm0 has 65 bytes per row of at most 64", "17, 1, tmm0 has 320 bytes per row of at most 64",
        "49, 0, tmm1 has 0 rows of 4 bytes", "30, 8, tmm7 has 0 rows of 8 bytes",
        "0, 0, palette 0 means no configuration"})
    void whatLdtilecfgRefusesIsInitialisedWithoutAFault(int offset, byte value, String reason) {
        assertEquals(new Load.Initialise(reason), load(valid().put(offset, value).array()));
    }

    @Test
    void theStartRowOfAnInterruptedLoadIsTaken() {
        assertInstanceOf(Load.Accept.class, load(valid().put(1, (byte) 3).array()));
    }

    @Test
    void anInvalidConfigurationIsSaidToBeOne() {
        assertEquals("unknown palette, invalid: palette 9 does not exist, XRSTOR initialises it",
                GivenComponent.of(cfg.descriptor(), valid().put(0, (byte) 9).array()).decodedBy(cfg)
                        .get("palette").meaning());
    }

    @Test
    void tilesShowTheRowsThatTheConfigurationGivesThem() {
        ByteBuffer tiles = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
        tiles.putInt(1024, 0x0403_0201).putInt(1024 + 64, 0x0807_0605);
        Map<String, DecodedField> fields = GivenComponent.of(data.descriptor(), tiles.array())
                .beside(GivenComponent.of(cfg.descriptor(), valid().array())).decodedBy(data);
        assertEquals(16 + 2, fields.size());
        assertEquals("04030201", fields.get("tmm1_row0").text());
        assertEquals("08070605", fields.get("tmm1_row1").text());
    }

    @Test
    void bytesOutsideTheConfigurationAreNotHidden() {
        byte[] tiles = new byte[8192];
        tiles[2 * 1024] = 1;
        tiles[1024 + 4] = 1;
        Map<String, DecodedField> fields = GivenComponent.of(data.descriptor(), tiles)
                .beside(GivenComponent.of(cfg.descriptor(), valid().array())).decodedBy(data);
        assertEquals("holds bytes outside its 2 rows of 4 bytes", fields.get("tmm1").meaning());
        assertEquals("holds bytes outside its 0 rows of 0 bytes", fields.get("tmm2").meaning());
    }

    @Test
    void withoutAConfigurationWholeTilesAreShown() {
        Map<String, DecodedField> fields = GivenComponent.of(data.descriptor(), new byte[8192])
                .decodedBy(data);
        assertEquals(8, fields.size());
        assertEquals(2048, fields.get("tmm7").text().length());
    }

    @Test
    void linuxGivesTilesOnTheFirstUseAndNotToAChild() {
        assertEquals("on-trap(7)", data.restorePolicy().label());
        assertEquals(Lifecycle.Rule.RESET, data.lifecycle().fork());
        assertEquals("on-return-to-user", cfg.restorePolicy().label());
    }
}
