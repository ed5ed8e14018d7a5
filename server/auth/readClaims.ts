import { z } from 'zod';
import type { ProvidedFactors } from '#shared/domain/providedFactors.ts';

/** A person as the identity provider knows them. */
export type ProvidedPerson = {
  /** Names one person for good, also if their address changes. */
  readonly subject: string;
  /** Undefined unless the provider says that it verified it. */
  readonly email: string | undefined;
  readonly factors: ProvidedFactors;
};

const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  email: z.email().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  amr: z.array(z.string()).catch([]),
  acr: z.string().optional().catch(undefined),
});

/** Reads what an identity provider claims. An address that it did not verify could be anybody's. */
export function readClaims(claims: unknown): ProvidedPerson {
  const { iss, sub, email, email_verified: isVerified, amr: methods, acr: level } = Claims.parse(claims);
  return {
    subject: `${iss}#${sub}`,
    email: isVerified === true ? email?.toLowerCase() : undefined,
    factors: { methods, level },
  };
}
