static bool usable(void)
{
	unsigned int eax, ebx, ecx, edx;

	__cpuid(1, eax, ebx, ecx, edx);
	if (!(ecx & bit_OSXSAVE) || (enabled_components() & NEEDED) != NEEDED) {
		printf("[SKIP]\tcomponents 0x%llx are not enabled here\n", (unsigned long long)NEEDED);
		return false;
	}
	if (sysconf(_SC_NPROCESSORS_ONLN) < NR_CPUS) {
		printf("[SKIP]\tneeds %d CPUs\n", NR_CPUS);
		return false;
	}
	return true;
}

/* A wrong value says something only about an execution in which everything has happened that should have. */
static int verdict(bool ended_well)
{
	int code = KSFT_PASS;

	if ((int)shared->provoked < NR_PROVOKED) {
		printf("[SKIP]\t%d of %d things were not provoked\n", NR_PROVOKED - (int)shared->provoked,
			NR_PROVOKED);
		return KSFT_SKIP;
	}
	if (!ended_well) {
		printf("[FAIL]\ta task was killed\n");
		return KSFT_FAIL;
	}
	for (int i = 0; i < NR_CHECKS; i++) {
		volatile struct result *result = &shared->results[i];

		if (!result->reached || result->failed) {
			printf("[FAIL]\t%s: not %s\n", result->reached ? result->where : "a check",
				result->reached ? result->expected->name : "reached");
			code = KSFT_FAIL;
		}
	}
	if (code == KSFT_PASS)
		printf("[OK]\t%s\n", CLAIM);
	return code;
}

int main(void)
{
	struct sigaction action = { .sa_handler = on_signal };
	bool ended_well = true;

	if (!usable())
		return KSFT_SKIP;
	printf("[RUN]\t%s\n", CLAIM);
	fflush(stdout);
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED || sigaction(SIGUSR1, &action, NULL) != 0) {
		perror("setup");
		return KSFT_FAIL;
	}
	for (int i = 0; i < NR_TASKS; i++) {
		pid_t child = fork();

		if (child < 0) {
			perror("fork");
			return KSFT_FAIL;
		}
		if (child == 0) {
			initialise();
			tasks[i]();
			_exit(KSFT_PASS);
		}
	}
	for (int i = 0; i < NR_TASKS; i++) {
		int status;

		if (wait(&status) < 0 || !WIFEXITED(status)) {
			/* nobody takes its turn any more */
			shared->turn = NOBODYS_TURN;
			ended_well = false;
		}
	}
	return verdict(ended_well);
}
