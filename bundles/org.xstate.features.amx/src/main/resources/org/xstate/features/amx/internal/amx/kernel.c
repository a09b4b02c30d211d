/*
 * Tiles: what the kernel does beyond XFD (kernel/xfd.c), and what programs execute.
 */

/* fpu_idle_fpregs, 5.19: tiles in use keep a CPU out of its deepest idle state */
knob_flag(idle_releases_tiles, kernel_version() >= KERNEL_VERSION(5, 19, 0));
/* ... and since the registers are nobody's then, the CPU forgets its owner */
knob_flag(idle_forgets_owner, true);

/* Before the deepest idle states: tile data that nobody is going to use is given up. */
void fpu_idle_fpregs(void)
{
	if (!idle_releases_tiles)
		return;
	atomic {
		if (xinuse(XFEATURE_XTILE_DATA)) {
			tile_release();
			if (idle_forgets_owner)
				this_cpu_write(fpu_fpregs_owner_ctx, NULL);
		}
	}
}

/* User mode: TILERELEASE. */
void user_tilerelease(void)
{
	atomic {
		tile_release();
		canon_set(current, XFEATURE_XTILE_DATA, INIT);
	}
}

/*
 * User mode: an instruction that loads a tile. False if the program does not survive it.
 */
bool user_tileload(token_t value)
{
	bool trapped;

	do {
		atomic {
			trapped = insn_use(XFEATURE_XTILE_DATA) != 0;
			if (trapped)
				enter_kernel_irqs_off();
			else
				user_write(XFEATURE_XTILE_DATA, value);
		}
		if (trapped && !exc_device_not_available())
			return false;
	} while (trapped);
	return true;
}
