/** A code given until so long after the end of some words is of these words. Rule TRN5. */
export const CODED_WITHIN_MS = 2_000;
