package org.xstate.features.amx.internal;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.AddressWidths;
import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrialState;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * XTILECFG: the tile configuration (SDM volume 1, section 13.5.14). Not subject to XFD. Its standard offset and its place
 * in the compacted format are aligned to 64 bytes.
 */
public final class XtilecfgFeature implements XFeatureProvider {

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor
                .user(17, "XTILECFG", TileConfiguration.SIZE)
                .linuxName("XTILE_CFG").align64().together(17, 18)
                .cpuid(7, 0, CpuidBit.Register.EDX, 24, "AMX-TILE")
                .field(FieldDescriptor.number(0, 1, "palette").meaning(XtilecfgFeature::palette))
                .field(FieldDescriptor.number(1, 1, "start_row"));
        for (int i = 0; i < TileConfiguration.TILES; i++) {
            builder.field(FieldDescriptor.number(TileConfiguration.COLSB + 2 * i, 2, "tmm" + i + "_colsb"));
        }
        for (int i = 0; i < TileConfiguration.TILES; i++) {
            builder.field(FieldDescriptor.number(TileConfiguration.ROWS + i, 1, "tmm" + i + "_rows"));
        }
        return builder.build();
    }

    @Override
    public XFeatureDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public InitState initState() {
        return InitState.allZero();
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.OnReturnToUser();
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return Behaviour.INSTANCE;
    }

    /** Palette 1 with rows in tile 0 only. */
    @Override
    public byte[] example(int ordinal, int size) {
        byte[] bytes = new byte[size];
        bytes[0] = 1;
        bytes[TileConfiguration.COLSB] = 64;
        bytes[TileConfiguration.ROWS] = (byte) ordinal;
        return bytes;
    }

    @Override
    public Optional<TrialState> trialState() {
        return Optional.of(new TileTrial());
    }

    /** Adds each tile's shape, and what XRSTOR makes of a configuration that is not valid. */
    @Override
    public List<DecodedField> decode(ComponentView view) {
        if (!view.covers(0, TileConfiguration.SIZE)) {
            return XFeatureProvider.super.decode(view);
        }
        TileConfiguration configuration = new TileConfiguration(view.bytes());
        List<DecodedField> fields = new ArrayList<>();
        fields.add(DecodedField.number("palette", configuration.palette(), palette(configuration)));
        fields.add(DecodedField.number("start_row", view.unsigned(1, 1), ""));
        for (int i = 0; i < TileConfiguration.TILES; i++) {
            fields.add(DecodedField.number("tmm" + i + "_colsb", configuration.colsb(i), ""));
            fields.add(
                    DecodedField.number("tmm" + i + "_rows", configuration.rows(i), shape(configuration, i)));
        }
        return List.copyOf(fields);
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    private static String palette(TileConfiguration configuration) {
        String words = palette(configuration.palette());
        return configuration.invalid()
                .map(reason -> words + ", invalid: " + reason + ", XRSTOR initialises it")
                .orElse(words);
    }

    private static String palette(long value) {
        return value == 0
                ? "tiles not configured"
                : value == 1 ? "8 tiles of up to 16 rows of 64 bytes" : "unknown palette";
    }

    private static String shape(TileConfiguration configuration, int tile) {
        int rows = configuration.rows(tile);
        int colsb = configuration.colsb(tile);
        return configuration.palette() == 0 || rows == 0 && colsb == 0
                ? "not in use"
                : rows + " rows of " + colsb + " bytes";
    }

    /** What LDTILECFG would refuse does not fault here: XRSTOR gives the initial configuration instead. */
    private enum Behaviour implements RegisterBehaviour {
        INSTANCE;

        @Override
        public Load load(MemorySegment memory, MemorySegment register) {
            TileConfiguration configuration = new TileConfiguration(memory);
            Optional<String> reason = configuration.palette() == 0 && !configuration.allZero()
                    ? Optional.of("palette 0 means no configuration")
                    : configuration.invalid();
            return reason.<Load>map(Load.Initialise::new).orElseGet(Load.Accept::new);
        }

        @Override
        public boolean tracksByContent() {
            return true;
        }
    }
}
