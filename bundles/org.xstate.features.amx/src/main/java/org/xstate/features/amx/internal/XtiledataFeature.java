package org.xstate.features.amx.internal;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureModel;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.Lifecycle;
import org.xstate.api.ModelText;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrialState;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * XTILEDATA: TMM0 to TMM7, 16 rows of 64 bytes each (SDM volume 1, section 13.5.14). The one component that IA32_XFD can
 * disable so far: Linux (since 5.16) gives a task the memory for it at its first use, from #NM, if the process has asked
 * for the permission with arch_prctl(ARCH_REQ_XCOMP_PERM).
 */
public final class XtiledataFeature implements XFeatureProvider {

    private static final int TILE_BYTES = 1024;
    private static final int ROW_STRIDE = 64;
    private static final int DEVICE_NOT_AVAILABLE = 7;
    private static final int XTILECFG = 17;

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor
                .user(18, "XTILEDATA", TileConfiguration.TILES * TILE_BYTES).linuxName("XTILE_DATA").align64()
                .xfd().together(17, 18).cpuid(7, 0, CpuidBit.Register.EDX, 24, "AMX-TILE");
        for (int i = 0; i < TileConfiguration.TILES; i++) {
            builder.field(FieldDescriptor.bytes(TILE_BYTES * i, TILE_BYTES, "tmm" + i));
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
        return new RestorePolicy.OnTrap(DEVICE_NOT_AVAILABLE);
    }

    @Override
    public FeatureModel model() {
        return new FeatureModel(List.of(ModelText.resource(XtiledataFeature.class, "amx/registers.c")),
                List.of(ModelText.resource(XtiledataFeature.class, "amx/kernel.c")));
    }

    @Override
    public Optional<TrialState> trialState() {
        return Optional.of(TrialState.ANY_BYTES);
    }

    /**
     * A child starts with the default buffer, which has no room for tiles, and with XFD armed. A signal frame holds tiles
     * only if they are in use; the handler starts without.
     */
    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle(Lifecycle.Rule.RESET, Lifecycle.Rule.RESET, Lifecycle.Rule.RESET,
                Lifecycle.Rule.REPLACE);
    }

    /** The rows that the configuration gives to each tile; whole tiles where it does not say. */
    @Override
    public List<DecodedField> decode(ComponentView view) {
        Optional<TileConfiguration> configuration = configuration(view);
        List<DecodedField> fields = new ArrayList<>();
        for (int tile = 0; tile < TileConfiguration.TILES; tile++) {
            if (!view.covers(TILE_BYTES * tile, TILE_BYTES)) {
                continue;
            }
            if (configuration.isPresent()) {
                rows(fields, view, tile, configuration.get());
            } else {
                fields.add(whole(view, tile, "no valid tile configuration beside it"));
            }
        }
        return List.copyOf(fields);
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        List<DecodedField> registers = new ArrayList<>();
        for (int tile = 0; tile < TileConfiguration.TILES; tile++) {
            if (view.covers(TILE_BYTES * tile, TILE_BYTES)) {
                registers.add(whole(view, tile, ""));
            }
        }
        return List.copyOf(registers);
    }

    private static Optional<TileConfiguration> configuration(ComponentView view) {
        return view.other(XTILECFG).filter(cfg -> cfg.covers(0, TileConfiguration.SIZE))
                .map(cfg -> new TileConfiguration(cfg.bytes()))
                .filter(cfg -> cfg.palette() != 0 && cfg.invalid().isEmpty());
    }

    private static void rows(List<DecodedField> fields, ComponentView view, int tile,
            TileConfiguration configuration) {
        int colsb = configuration.colsb(tile);
        int rows = configuration.rows(tile);
        for (int row = 0; row < rows; row++) {
            fields.add(DecodedField.bytes("tmm" + tile + "_row" + row,
                    view.bigEndian(TILE_BYTES * tile + ROW_STRIDE * row, colsb), ""));
        }
        if (leftOver(view, tile, rows, colsb)) {
            fields.add(whole(view, tile, "holds bytes outside its " + rows + " rows of " + colsb + " bytes"));
        }
    }

    private static boolean leftOver(ComponentView view, int tile, int rows, int colsb) {
        MemorySegment bytes = view.bytes();
        for (int i = 0; i < TILE_BYTES; i++) {
            boolean inside = i / ROW_STRIDE < rows && i % ROW_STRIDE < colsb;
            if (!inside && bytes.get(java.lang.foreign.ValueLayout.JAVA_BYTE, TILE_BYTES * tile + i) != 0) {
                return true;
            }
        }
        return false;
    }

    private static DecodedField whole(ComponentView view, int tile, String meaning) {
        return DecodedField.bytes("tmm" + tile, view.bigEndian(TILE_BYTES * tile, TILE_BYTES), meaning);
    }
}
