/*
 * What a C compiler needs to read text that uses the library of kernel and hardware functions: the library's public
 * vocabulary. xstate.h includes it.
 */
#pragma once
