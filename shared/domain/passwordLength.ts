/** In characters. Longer is refused, not cut: a password that is cut would be another one. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;
