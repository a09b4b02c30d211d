/*
 * #UD: the processor does not know the instruction, or does not do it now: a component that XCR0 leaves out, the XSAVE
 * family before CR4.OSXSAVE is set.
 *
 * A program gets SIGILL. It makes no difference to AMX what a program without permission gets it from: where the kernel
 * enables the tiles it is #NM, where it does not #UD. In the kernel there is no fix-up: a kernel FPU section on a CPU
 * that is not set up yet is the end (2297554f01df, 6.16).
 */

on(bool, exception_irqs_on, undefined)(int vector)
{
	if (vector != X86_TRAP_UD)
		return false;
	cover("SIGILL: undefined instruction");
	force_sig(SIGILL);
	return true;
}
