/* Programs that use x87 and look at where its last instruction was. */

property(x87_pointers_do_not_leak, "no program sees where another task's last x87 instruction was");

/* an x87 instruction at a place, with an operand, that the token stands for */
void user_x87(token_t value, token_t place)
{
	atomic {
		user_write(XFEATURE_FP, value);
		write_x87_pointers(place);
	}
}

/* FLDCW that unmasks an exception which an earlier instruction raised, then FXSAVE */
void user_reads_x87_pointers(void)
{
	atomic {
		use_registers();
		require(x87_pointers_do_not_leak, !is_foreign(current, fxsave_x87_pointers()));
	}
}
