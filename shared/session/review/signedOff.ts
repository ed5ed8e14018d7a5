import { fail } from '#shared/protocol/reply.ts';

/** Nobody's signature may cover figures that they have not seen. Rule REV5. */
export const SIGNED_OFF = fail(
  'not-now',
  'This record is signed off, so nothing was changed. A supervisor can withdraw the sign-off first.',
);
