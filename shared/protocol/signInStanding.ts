import { z } from 'zod';

/** GET → SignInStanding, for anybody. */
export const SIGN_IN_STANDING_ROUTE = '/api/sign-in';

/** How long the asker's sign-in still lasts, in ms. Zero or less once it has ended; null if there is none. */
export const SignInStanding = z.object({ leftMs: z.number().nullable() });
export type SignInStanding = z.infer<typeof SignInStanding>;
