/**
 * How long after its end a sign-in, or a device's ticket, still leads back into a session that was joined with it, in
 * ms. This is longer than any session lasts. Rule PER5.
 */
export const MAY_RETURN_FOR_MS = 6 * 3_600_000;
