/*
 * A stand-in for bcryptprimitives.dll, for trying Athar under Wine only.
 *
 * Go takes its random numbers on Windows from ProcessPrng, which every Windows
 * since 10 has and Wine 8 has not. Here the numbers come from the function that
 * Windows had before. This is never shipped.
 */
#include <windows.h>

/* Exported by advapi32 under this name; known as RtlGenRandom. */
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
	while (length > 0) {
		ULONG part = length > 0x10000000 ? 0x10000000 : (ULONG)length;

		if (!SystemFunction036(data, part))
			return FALSE;
		data += part;
		length -= part;
	}
	return TRUE;
}
