package org.xstate.features.amx.internal;

import java.util.List;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;

/**
 * Tile data in use without a tile configuration. No instruction reaches such data: LDTILECFG and TILERELEASE zero it, and
 * no tile can be addressed before LDTILECFG (SDM volume 1, section 18.2).
 */
public final class TilesWithoutConfigurationCheck implements Check {

    private static final int XTILECFG = 17;
    private static final int XTILEDATA = 18;

    @Override
    public List<Finding> check(CheckedImage image) {
        boolean configured = image.xstateBv().has(XTILECFG);
        if (!image.hasHeader() || !image.xstateBv().has(XTILEDATA) || configured) {
            return List.of();
        }
        return List.of(Finding.warning("amx-tiles-without-configuration",
                "XTILEDATA is in use while XTILECFG is initial: no instruction can reach the tiles after a restore")
                .at("XSTATE_BV at byte 512")
                .remedy("look for a tool that kept one of the two components only"));
    }
}
