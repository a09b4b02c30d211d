/*
 * A machine of rules: each rule is one step, taken whenever its guard holds. This one has two copies of a value, in
 * registers and in memory, of which one at least has to be right.
 *
 * There is no kernel behind it. The help has more under "Model C".
 */

bool registers_valid = true;
bool memory_valid;

rule(save)
{
	assume(registers_valid);
	memory_valid = true;
}

rule(write)
{
	assume(registers_valid);
	memory_valid = false;
}

/* without memory_valid in the guard the property is violated: try it */
rule(give_registers_away)
{
	assume(registers_valid && memory_valid);
	registers_valid = false;
}

rule(restore)
{
	assume(!registers_valid);
	registers_valid = true;
}

property(one_copy_is_right, "the registers or the memory hold the value") { return registers_valid || memory_valid; }
