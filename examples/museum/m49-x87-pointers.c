/*
 * M49: a program reads where another one's last x87 instruction was
 *
 * AMD's processors before Zen save and load FIP, FDP and FOP only while an exception is pending. After a
 * switch those of the task before are still there, and a program that makes an old exception pending saves
 * them. Since then the kernel gives them a fixed value before it restores.
 *
 * Fix: none 2.6.16.9
 * CVE: CVE-2006-1056
 */
task(A) { user_x87(V1, V1); }

task(B)
{
	user_x87(B1, B1);
	user_reads_x87_pointers();
}

scenario(fixed)
{
	cpu_profile("bulldozer"); kernel("6.16"); features(FP);
	set(x87_pointers_with_exception_only, true); set(check_kernel_state, false);
}

scenario(broken)
{
	like(fixed); set(restore_clears_x87_pointers, false); expect_violation("x87_pointers_do_not_leak");
}
