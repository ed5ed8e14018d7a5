import { z } from 'zod';
import { LOSSES, SENSES } from '#shared/domain/sight.ts';
import { draft, SessionTime } from './factDraft.ts';
import { ParticipantId } from './ids.ts';

/**
 * How one thing that a family's device should capture does. `muted`: the device or its system sends nothing of it. `silent`: a
 * microphone gives nothing but zeros.
 */
export const CAPTURES = ['works', 'muted', 'silent', 'stopped'] as const;
export const Capture = z.object({ camera: z.enum(CAPTURES), microphone: z.enum(CAPTURES) });
export type Capture = z.infer<typeof Capture>;

const what = z.enum(SENSES);

/** What the lead coach has of the room, as it was measured, and what the family's devices say of themselves. Rule WIN4. */
export const sightFacts = [
  /** `since`: the moment of the last picture or sound. Never later than the fact itself. */
  draft('sight.lost', { what, since: SessionTime, why: z.enum(LOSSES) }),
  /** It is there: for the first time, or again. */
  draft('sight.returned', { what }),
  draft('capture.changed', { participantId: ParticipantId, ...Capture.shape }),
] as const;
