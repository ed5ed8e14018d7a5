import type { ConsentDesk, ConsentsToday } from '../consentDesk.ts';

/** A family that was asked nothing. */
export const NO_ANSWERS: ConsentsToday = { table: { answers: [], guardians: [] }, today: '2026-11-30' };

/** Nobody was asked anything. */
export const nobodyAsked: ConsentDesk = {
  of: async () => NO_ANSWERS,
  to: async () => 'open',
  says: async () => ({ recording: 'open', use: 'open' }),
};
