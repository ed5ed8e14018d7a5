/** How long an ended sign-in or ticket leads back into a joined session: longer than any session lasts. Rule PER5. */
export const MAY_RETURN_FOR_MS = 6 * 3_600_000;
