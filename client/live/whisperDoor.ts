import type { MediaStanding } from '#client/media/mediaStanding.ts';
import { canSpeak, type VoiceHealth } from '#client/media/voiceHealth.ts';
import { mayOpenVoice } from '#shared/domain/audience.ts';
import type { CaregiverId, ParticipantId } from '#shared/protocol/ids.ts';
import type { Sounding } from '#shared/protocol/soundFacts.ts';
import type { Participant } from '#shared/session/sessionState.ts';
import { listenerOf, whoCanHear, whoHears } from '#shared/session/whoHears.ts';
import { caregiverName, familyDevices } from './participants.ts';
import type { QuietSession, QuietView } from './quietView.ts';

/** Whether the coach's voice would reach somebody now: whom, or what stands in its way and could be done about it. */
export type WhisperDoor =
  | { readonly is: 'open'; readonly as: 'talk' | 'whisper'; readonly family: readonly Heard[]; readonly staff: number }
  | {
      readonly is: 'shut';
      readonly why:
        'lost' | WayProblem | 'not-yet' | 'coding' | 'closed' | 'no-earphones' | 'no-device' | MicrophoneProblem;
    }
  | { readonly is: 'shut'; readonly why: 'on-someone-else'; readonly device: ParticipantId; readonly name: string }
  | { readonly is: 'shut'; readonly why: 'nobody-wears'; readonly device: ParticipantId; readonly name: string }
  | {
      readonly is: 'shut';
      readonly why: 'check-needed' | 'check-failed';
      readonly device: ParticipantId;
      readonly name: string;
    }
  | { readonly is: 'shut'; readonly why: Exclude<Sounding, 'works'>; readonly name: string };

/** The way over which one's own voice leaves is not there yet, or is being mended. */
export type WayProblem = 'starting' | 'mending';
export type MicrophoneProblem = 'no-microphone' | 'microphone-gone' | 'microphone-muted';

/** Why one's own microphone cannot be opened, or undefined where it can. */
export function microphoneProblem(health: VoiceHealth): MicrophoneProblem | undefined {
  if (canSpeak(health)) return undefined;
  if (health === 'muted') return 'microphone-muted';
  return health === 'gone' ? 'microphone-gone' : 'no-microphone';
}

/** Why nothing leaves over that way, or undefined where something would. */
export function wayProblem(way: MediaStanding): WayProblem | undefined {
  if (way === 'connected') return undefined;
  return way === 'mending' ? 'mending' : 'starting';
}

type Heard = { readonly caregiverId: CaregiverId | null; readonly name: string };

/** `way`: how the way stands over which the voice leaves this page. Rules AUD1, EAR3. */
export function whisperDoor(
  { session, connection }: Pick<QuietView, 'session' | 'connection'>,
  voice: VoiceHealth,
  way: MediaStanding,
): WhisperDoor {
  const problem = microphoneProblem(voice);
  if (problem !== undefined) return { is: 'shut', why: problem };
  if (connection !== 'live') return { is: 'shut', why: 'lost' };
  if (session.phase === 'closed') return { is: 'shut', why: 'closed' };
  if (session.phase === 'coding') return { is: 'shut', why: 'coding' };
  if (!mayOpenVoice('lead', session.phase)) return { is: 'shut', why: 'not-yet' };

  const hearers = whoCanHear(session, 'coach-voice');
  const family = hearers.filter(({ device }) => device !== null);
  if (family.length > 0) {
    // What does not leave this page reaches nobody, however willing their ear.
    const missing = wayProblem(way);
    if (missing !== undefined) return { is: 'shut', why: missing };
    const as = session.phase === 'check-in' || session.phase === 'feedback' ? 'talk' : 'whisper';
    const heard = family.map(({ wearer, name }) => ({
      caregiverId: wearer,
      name: caregiverName(session, wearer) || name,
    }));
    return { is: 'open', as, family: heard, staff: hearers.length - family.length };
  }
  const [soundless] = whoHears(session, 'coach-voice').filter(({ device }) => device !== null);
  return soundless === undefined ? whyNobody(session) : whySoundless(session, soundless);
}

/** What keeps the sound from an ear that the voice may reach. Rule EAR3. */
function whySoundless(session: QuietSession, ear: Participant): WhisperDoor {
  const { sounding } = ear;
  const why = sounding === undefined || sounding === 'works' ? 'not-connected' : sounding;
  return { is: 'shut', why, name: wearerName(session, ear) };
}

/** What keeps every earphone out, nearest remedy first. */
function whyNobody(session: QuietSession): WhisperDoor {
  const devices = familyDevices(session);
  const ears = devices.filter(({ device }) => device === 'ear' || device === 'combined');
  if (devices.length === 0) return { is: 'shut', why: 'no-device' };
  const [first] = ears;
  if (first === undefined) return { is: 'shut', why: 'no-earphones' };
  const inPlay = ears.find((ear) => listenerOf(session, ear).wearerInPlay);
  if (inPlay !== undefined) {
    return { is: 'shut', why: checkProblem(inPlay), device: inPlay.participantId, name: wearerName(session, inPlay) };
  }
  const device = first.participantId;
  if (first.wearer === null) return { is: 'shut', why: 'nobody-wears', device, name: '' };
  return { is: 'shut', why: 'on-someone-else', device, name: wearerName(session, first) };
}

function checkProblem({ earCheck }: Participant): 'check-needed' | 'check-failed' {
  return earCheck.is === 'failed' ? 'check-failed' : 'check-needed';
}

function wearerName(session: QuietSession, { wearer, name }: Participant): string {
  return caregiverName(session, wearer) || name;
}
