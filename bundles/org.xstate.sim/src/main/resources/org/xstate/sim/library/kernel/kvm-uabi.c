/*
 * KVM_GET_XSAVE and KVM_SET_XSAVE: a guest's state for the program that runs it, which may carry it to another host.
 * The guest does not run meanwhile.
 */

/* ad856280ddea, 5.17: the copy has what the guest was given, not what the host has */
knob_flag(guest_copy_is_limited, kernel_version() >= KERNEL_VERSION(5, 17, 0));
/* 8647c52e9504, 6.7: what is handed over may have all that the host has; since ad856280ddea it could not */
knob_flag(guest_takes_what_the_host_has,
	kernel_version() >= KERNEL_VERSION(6, 7, 0) || kernel_version() < KERNEL_VERSION(5, 17, 0));

/* The guest's CPUID: the user components that it was given. */
u64 guest_supported_xcr0 = XCR0;

/* What the program that runs the guest has in its memory. */
struct xregs_state vmm_buffer;

property(guest_copy_is_the_guests, "what is copied out of a guest has no component that the guest was not given");
property(guest_copy_is_right, "what is copied out of a guest is what the guest has");

setup(vmm_memory)
{
	xstate_poison(&vmm_buffer);
}

static void require_guest_copy_is_right(struct xregs_state *copy)
{
	enum xfeature f;
	token_t expected;
	token_t found;

	require(guest_copy_is_the_guests,
		(copy->header.xfeatures & ~(guest_supported_xcr0 | XFEATURES_FPSSE)) == 0);
	for (int i = 0; i < NR_COMPONENTS; i++) {
		f = component_number[i];
		if (!(guest_supported_xcr0 & ~switched_by_hypervisor() & component_bit[i]))
			continue;
		for (int part = 0; part < nr_parts(f); part++) {
			expected = other_canon[component_part[i] + part];
			found = uabi_part(copy, f, part);
			require(guest_copy_is_right, found == expected);
		}
	}
}

void kvm_get_xsave(struct fpstate *guest)
{
	u64 mask = guest->user_xfeatures;

	if (guest_copy_is_limited)
		mask &= guest_supported_xcr0 | XFEATURES_FPSSE;
	atomic {
		copy_fpstate_to_uabi(&vmm_buffer, guest, mask);
		require_guest_copy_is_right(&vmm_buffer);
	}
}

/* False: refused. What the guest has to see is what it had where the copy was made. */
bool kvm_set_xsave(struct fpstate *guest)
{
	u64 allowed = guest->user_xfeatures;

	if (!guest_takes_what_the_host_has)
		allowed &= guest_supported_xcr0 | XFEATURES_FPSSE;
	if (vmm_buffer.header.xfeatures & ~allowed)
		return false;
	return copy_uabi_to_fpstate(guest, &vmm_buffer);
}

/* The guest is to go on in a virtual machine that was just made, here or elsewhere: nothing is in its buffer. */
void kvm_new_guest(struct fpstate *guest)
{
	atomic {
		init_image(&guest->regs, COMPACTED_FORMAT ? guest->xfeatures : 0);
	}
}
