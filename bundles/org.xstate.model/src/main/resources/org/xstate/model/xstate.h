/*
 * What a C compiler needs to read model C: gcc -fsyntax-only -include xstate.h FILE.c
 *
 * Nothing here runs. The front end of model C knows these names by itself and does not read this file.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int8_t s8;
typedef int16_t s16;
typedef int32_t s32;
typedef int64_t s64;

/* values that can only be compared for equality */
typedef struct xstate_token *token_t;
struct xstate_cpu {
	int number;
};
typedef struct xstate_cpu *cpu_t;
extern struct xstate_cpu cpus[];
#define NO_CPU ((cpu_t)0)

/* an integer from lo to hi */
#define range(lo, hi) int

/* what a scenario sets, for text that is read before it */
#define NR_CPUS 2
#define NR_TASKS 2
#define KERNEL_THREADS 0ULL
#define SOFTIRQS 1
#define HARDIRQS 1
#define NMIS 1
#define OPERATIONS 1
#define MIGRATIONS 1
#define FEATURES (~0ULL)
#define CONTINUATIONS (~0ULL)

/* declarations; several scenarios of a file may each have a task of the same name */
#define XSTATE_PASTE(a, b) a##b
#define XSTATE_NAME(a, b) XSTATE_PASTE(a, b)
#define XSTATE_UNIQUE(name) XSTATE_NAME(name##_, __LINE__)
#define XSTATE_FUNCTION(type, name) static type __attribute__((unused)) XSTATE_UNIQUE(name)(void)
#define scenario(name) XSTATE_FUNCTION(void, xstate_scenario_##name)
#define task(name) XSTATE_FUNCTION(void, xstate_task_##name)
#define kernel_thread(name) XSTATE_FUNCTION(void, xstate_task_##name)
#define interrupt(name, level, guard) \
	XSTATE_FUNCTION(bool, xstate_guard_##name) { return (level) >= 0 && (guard); } \
	XSTATE_FUNCTION(void, xstate_interrupt_##name)
#define setup(name) XSTATE_FUNCTION(void, xstate_setup_##name)
#define rule(name) XSTATE_FUNCTION(void, xstate_rule_##name)
#define property(name, sentence) XSTATE_FUNCTION(bool, xstate_property_##name)
#define hook(type, name) type name
#define on(type, name, who) static type __attribute__((unused)) XSTATE_UNIQUE(xstate_on_##name##_##who)
#define knob(name, ...) enum { __VA_ARGS__ }; enum { name = 0 }
#define knob_flag(name, value) enum { name = !!(value) }
#define knob_range(name, lo, hi, value) enum { name = (value) }
#define pool(type, name, size) extern type name[size]
#define tokens(...) extern const token_t __VA_ARGS__
#define buffer(type) type; type *buffer_of(const void *place)
#define component(type, feature) _Static_assert(sizeof(type) > 0 && (feature) >= 0, "a component has a number")
#define DEFINE_PER_CPU(type, name) __typeof__(type) name __attribute__((__unused__))
#define DECLARE_PER_CPU(type, name) extern __typeof__(type) name
#define ghost
#define atomic
#define fallthrough __attribute__((__fallthrough__))

/* what a scenario says */
void cpu_profile(const char *name);
void kernel(const char *version);
void design(const char *name);
void expect_violation(const char *property);
#define cpus(count) ((void)(count))
void softirqs(int count);
void hardirqs(int count);
void nmis(int count);
void operations(int count);
void migrations(int count);
#define features(...) ((void)0)
#define continuations(...) ((void)0)
#define set(knob, value) ((void)0)
#define policy(...) ((void)0)
#define like(scenario) ((void)0)

/* choice, assumptions, claims; the names with __VERIFIER_ are those of SV-COMP */
bool __VERIFIER_nondet_bool(void);
unsigned char __VERIFIER_nondet_uchar(void);
int __VERIFIER_nondet_int(void);
unsigned int __VERIFIER_nondet_uint(void);
void __VERIFIER_assume(int condition);
void __VERIFIER_assert(int condition);
void __VERIFIER_atomic_begin(void);
void __VERIFIER_atomic_end(void);
void reach_error(void);
void interleave(void);
void cover(const char *label);
int xstate_choose(int low, int high);
#define assume(condition) ((void)!!(condition))
#define assert(condition) ((void)!!(condition))
#define expect(condition) ((void)!!(condition))
#define require(property, condition) ((void)!!(condition))
#define choose(low, high) xstate_choose(low, high)
#define choose_from(pool) (&(pool)[xstate_choose(0, 0)])
#define cpu(number) (&cpus[number])
#define choose_cpu() choose_from(cpus)
#define exists(object, pool, condition) \
	({ __typeof__(&(pool)[0]) object = choose_from(pool); (bool)(condition); })
#define forall(object, pool, condition) exists(object, pool, condition)

/* places in buffers */
int offset_of(const void *place);

/* what the kernel marks functions and pointers with */
#undef __always_inline
#define __always_inline inline
#define noinline
#define noinstr
#define notrace
#define asmlinkage
#define __init
#define __user
#define __percpu
#define __must_check
#define __maybe_unused __attribute__((__unused__))

/* the kernel's */
struct task_struct;
struct task_struct *xstate_current(void);
cpu_t smp_processor_id(void);
#define current (xstate_current())
#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + (c))
#define kernel_version() KERNEL_VERSION(6, 16, 0)
#define BIT(n) (1UL << (n))
#define BIT_ULL(n) (1ULL << (n))
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define READ_ONCE(x) (x)
#define WRITE_ONCE(x, value) ((void)((x) = (value)))
#define likely(x) (!!(x))
#define unlikely(x) (!!(x))
#define this_cpu_read(variable) (variable)
#define this_cpu_write(variable, value) ((void)((variable) = (value)))
#define this_cpu_ptr(pointer) (pointer)
#define per_cpu(variable, cpu) (*((void)(cpu_t){ cpu }, &(variable)))

/* a model that declares everything itself does without what the library declares */
#ifndef XSTATE_WITHOUT_LIBRARY
#include "xstate-kernel.h"
#endif
