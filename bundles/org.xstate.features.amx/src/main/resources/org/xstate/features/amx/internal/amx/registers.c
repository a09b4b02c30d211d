/*
 * The tiles: XTILECFG and XTILEDATA.
 */

/* TILERELEASE: both tile components initial */
void tile_release(void)
{
	atomic {
		init_reg(XFEATURE_XTILE_CFG);
		init_reg(XFEATURE_XTILE_DATA);
	}
}
