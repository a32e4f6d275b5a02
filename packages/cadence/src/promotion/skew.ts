/** Clocks of people's machines, of the hub and of the forge may be ahead of ours by so many milliseconds. */
export const maximalSkew = 5 * 60_000;
