/** What a provider says of how somebody signed in there: `amr` and `acr` of an identity. */
export type ProvidedFactors = { readonly methods: readonly string[]; readonly level: string | undefined };

/** Names of methods by RFC 8176, by what they show: something that a person knows, has or is. */
const KINDS: readonly ReadonlySet<string>[] = [
  new Set(['pwd', 'pin', 'kba']),
  new Set(['otp', 'sms', 'tel', 'hwk', 'swk', 'sc']),
  new Set(['face', 'fpt', 'iris', 'retina', 'vbm']),
];

/**
 * Whether a provider says that a person gave two factors: that there were several, methods of two kinds, or one of the levels
 * that the clinic's operator named. Who says nothing may have asked for a password only. Rule PER17.
 */
export function isTwoFactors({ methods, level }: ProvidedFactors, levels: readonly string[]): boolean {
  if (level !== undefined && levels.includes(level)) return true;
  return methods.includes('mfa') || KINDS.filter((kind) => methods.some((method) => kind.has(method))).length > 1;
}
