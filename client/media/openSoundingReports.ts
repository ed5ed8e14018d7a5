import type { LiveSession } from '#client/api/liveSession.ts';
import type { Part } from '#shared/domain/people.ts';
import type { Sounding } from '#shared/protocol/soundFacts.ts';
import { findParticipant } from '#shared/session/sessionState.ts';
import type { MediaStanding } from './mediaStanding.ts';

/** Wait before a rejected report is sent again, in ms. */
const TELL_AGAIN_MS = 2_000;

const LISTENERS: readonly (Part | undefined)[] = ['lead', 'observer', 'combined', 'ear'];

type SoundingReportsParts = {
  readonly live: Pick<LiveSession, 'ask' | 'subscribe' | 'getSnapshot'>;
  readonly read: () => Sounding;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Whether a voice that reaches this page would be heard here. Volume from 0 to 1. Rule EAR3. */
export function soundingOf(voiceStanding: MediaStanding, isPlaying: boolean, volume = 1): Sounding {
  if (voiceStanding !== 'connected') return 'not-connected';
  if (!isPlaying) return 'not-playing';
  return volume === 0 ? 'muted' : 'works';
}

/** Reports to the log whether a voice would be heard on this page. Returns a stop function. Rule EAR3. */
export function openSoundingReports({ live, read, subscribe }: SoundingReportsParts): { readonly close: () => void } {
  let isTelling = false;
  let isClosed = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  async function look() {
    const { connection, self, session } = live.getSnapshot();
    if (isTelling || isClosed || connection !== 'live' || !LISTENERS.includes(self?.part)) return;
    const sounding = read();
    if (self && findParticipant(session, self.participantId)?.sounding === sounding) return;
    clearTimeout(again);
    isTelling = true;
    const { ok } = await live.ask('sounding:report', { sounding });
    isTelling = false;
    if (ok && read() === sounding) return;
    again = setTimeout(() => void look(), ok ? 0 : TELL_AGAIN_MS);
  }

  const stops = [live.subscribe(() => void look()), subscribe(() => void look())];
  void look();
  return {
    close() {
      isClosed = true;
      clearTimeout(again);
      for (const stop of stops) stop();
    },
  };
}
