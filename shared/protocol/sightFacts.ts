import { z } from 'zod';
import { LOSSES, SENSES } from '#shared/domain/sight.ts';
import { draft, SessionTime } from './factDraft.ts';
import { ParticipantId } from './ids.ts';

/** `muted`: the device or its system sends nothing. `silent`: a microphone sends only zeros. `off`: the family turned it off. */
const CAPTURES = ['works', 'muted', 'silent', 'stopped', 'off'] as const;
export const Capture = z.object({ camera: z.enum(CAPTURES), microphone: z.enum(CAPTURES) });
export type Capture = z.infer<typeof Capture>;

const what = z.enum(SENSES);

/** The room's picture and sound at the lead coach's page, and what the family's devices report. Rule WIN4. */
export const sightFacts = [
  /** `since`: the moment of the last picture or sound, never later than the fact itself. */
  draft('sight.lost', { what, since: SessionTime, why: z.enum(LOSSES) }),
  /** It is there, for the first time or again. */
  draft('sight.returned', { what }),
  draft('capture.changed', { participantId: ParticipantId, ...Capture.shape }),
] as const;
