import { z } from 'zod';

/** GET → SignInStanding, for anybody who asks. */
export const SIGN_IN_STANDING_ROUTE = '/api/sign-in';

/** How long the asker's sign-in still lasts, in ms: 0 and less once it has ended, null where there is none. */
export const SignInStanding = z.object({ leftMs: z.number().nullable() });
export type SignInStanding = z.infer<typeof SignInStanding>;
