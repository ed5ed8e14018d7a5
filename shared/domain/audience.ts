import type { Part } from './people.ts';
import type { Phase } from './phase.ts';

/** The server creates every consumer from this table: what is not listed is never sent. Rule AUD1, docs/RULES.md. */
export const TRACKS = ['room-video', 'room-audio', 'coach-voice', 'coach-camera', 'supervisor-voice'] as const;
export type Track = (typeof TRACKS)[number];

/** What a browser can capture. The sender's part decides which track it becomes. */
export const SOURCES = ['camera', 'room-microphone', 'voice'] as const;
export type Source = (typeof SOURCES)[number];

/** A possible listener, with what the table needs to know. */
export type Listener = {
  readonly part: Part;
  /** Whether the caregiver who wears this device's earphones is in play. */
  readonly wearerInPlay: boolean;
  /** Whether this device passed the ear check, or the lead coach overrode the check with a reason. */
  readonly earChecked: boolean;
};

/** A column of the table: a part, or an ear that counts only while it is checked and its wearer is in play. */
type Hearer = 'lead' | 'observer' | 'room' | 'combined' | 'ear' | 'checked ear in play';

const NOBODY: readonly Hearer[] = [];
const LEAD: readonly Hearer[] = ['lead'];
const STAFF: readonly Hearer[] = ['lead', 'observer'];
const ORDINARY_TALK: readonly Hearer[] = ['combined', 'ear', 'observer'];
const WHISPER: readonly Hearer[] = ['checked ear in play', 'observer'];
const FAMILY_SCREEN: readonly Hearer[] = ['room', 'combined'];

const ROOM_ROW: { readonly [P in Phase]: readonly Hearer[] } = {
  preparing: LEAD,
  waiting: LEAD,
  'check-in': STAFF,
  coding: STAFF,
  'coding-paused': STAFF,
  coaching: STAFF,
  feedback: STAFF,
  closed: NOBODY,
};

export const AUDIENCE: { readonly [T in Track]: { readonly [P in Phase]: readonly Hearer[] } } = {
  'room-video': ROOM_ROW,
  'room-audio': ROOM_ROW,
  'coach-voice': {
    preparing: NOBODY,
    waiting: NOBODY,
    'check-in': ORDINARY_TALK,
    coding: NOBODY,
    'coding-paused': WHISPER,
    coaching: WHISPER,
    feedback: ORDINARY_TALK,
    closed: NOBODY,
  },
  'coach-camera': {
    preparing: NOBODY,
    waiting: NOBODY,
    'check-in': FAMILY_SCREEN,
    coding: NOBODY,
    'coding-paused': NOBODY,
    coaching: NOBODY,
    feedback: FAMILY_SCREEN,
    closed: NOBODY,
  },
  'supervisor-voice': {
    preparing: LEAD,
    waiting: LEAD,
    'check-in': LEAD,
    coding: LEAD,
    'coding-paused': LEAD,
    coaching: LEAD,
    feedback: LEAD,
    closed: NOBODY,
  },
};

/** Whether a listener may receive a track now. Rule AUD1. */
export function mayHear(track: Track, listener: Listener, phase: Phase): boolean {
  return AUDIENCE[track][phase].some((hearer) => isHearer(hearer, listener));
}

function isHearer(hearer: Hearer, { part, wearerInPlay, earChecked }: Listener): boolean {
  if (hearer === 'checked ear in play') return (part === 'ear' || part === 'combined') && wearerInPlay && earChecked;
  return hearer === part;
}

/** The track that a captured source becomes. Undefined if this part may not send it. Rule AUD2. */
export function trackOf(source: Source, part: Part): Track | undefined {
  switch (source) {
    case 'camera':
      if (part === 'lead') return 'coach-camera';
      return part === 'room' || part === 'combined' ? 'room-video' : undefined;
    case 'room-microphone':
      return part === 'room' || part === 'combined' ? 'room-audio' : undefined;
    case 'voice':
      if (part === 'lead') return 'coach-voice';
      return part === 'observer' ? 'supervisor-voice' : undefined;
  }
}

/**
 * Whether a person may open their voice now. The lead coach is silent while coding runs (rule AUD3) and has nobody to
 * talk to before check-in. Observers can talk to the lead coach until the session closes.
 */
export function mayOpenVoice(part: Part, phase: Phase): boolean {
  const track = trackOf('voice', part);
  return track !== undefined && AUDIENCE[track][phase].length > 0;
}
