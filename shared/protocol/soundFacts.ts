import { z } from 'zod';
import { draft } from './factDraft.ts';
import { ParticipantId } from './ids.ts';

/**
 * Whether a voice that reaches a page would sound there. `not-playing`: the browser waits for a tap, the output is
 * gone, or the earphones may be different ones. `muted`: its volume is zero.
 */
export const Sounding = z.enum(['works', 'not-connected', 'not-playing', 'muted']);
export type Sounding = z.infer<typeof Sounding>;

export const soundFacts = [draft('sounding.changed', { participantId: ParticipantId, sounding: Sounding })] as const;
