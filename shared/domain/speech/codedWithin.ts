/** A code belongs to some words if it was given until this long after their end, in ms. Rule TRN5. */
export const CODED_WITHIN_MS = 2_000;
