import { z } from 'zod';
import { draft } from './factDraft.ts';
import { ParticipantId } from './ids.ts';

/**
 * Whether a voice that reaches a page would sound there: it does; no way from the media server leads there yet, or any more;
 * the page plays nothing, since the browser wants a tap, the output is gone, or the earphones may be others; or its volume is zero.
 */
export const SOUNDINGS = ['works', 'not-connected', 'not-playing', 'muted'] as const;
export const Sounding = z.enum(SOUNDINGS);
export type Sounding = z.infer<typeof Sounding>;

/** What pages say of their own sound. Rule EAR3. */
export const soundFacts = [draft('sounding.changed', { participantId: ParticipantId, sounding: Sounding })] as const;
