import type { MediaStanding } from '#client/media/mediaStanding.ts';
import { canSpeak, type VoiceHealth } from '#client/media/voiceHealth.ts';
import { mayOpenVoice } from '#shared/domain/audience.ts';
import type { CaregiverId, ParticipantId } from '#shared/protocol/ids.ts';
import type { Sounding } from '#shared/protocol/soundFacts.ts';
import type { Participant } from '#shared/session/sessionState.ts';
import { listenerOf, whoCanHear, whoHears } from '#shared/session/whoHears.ts';
import { caregiverName, familyDevices } from './participants.ts';
import type { QuietSession, QuietView } from './quietView.ts';

/** Whether the coach's voice would reach somebody now: whom, or why nobody. */
export type WhisperStatus =
  | { readonly is: 'open'; readonly as: 'talk' | 'whisper'; readonly family: readonly Heard[]; readonly staff: number }
  | {
      readonly is: 'shut';
      readonly why:
        'lost' | TransportProblem | 'not-yet' | 'coding' | 'closed' | 'no-earphones' | 'no-device' | MicrophoneProblem;
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

/** The transport of one's own voice is starting or being restored. */
export type TransportProblem = 'starting' | 'mending';
export type MicrophoneProblem = 'no-microphone' | 'microphone-gone' | 'microphone-muted';

/** Why one's own microphone cannot be used. Undefined if it can. */
export function microphoneProblem(health: VoiceHealth): MicrophoneProblem | undefined {
  if (canSpeak(health)) return undefined;
  if (health === 'muted') return 'microphone-muted';
  return health === 'gone' ? 'microphone-gone' : 'no-microphone';
}

/** Why nothing can be sent over that transport. Undefined if something can. */
export function transportProblem(way: MediaStanding): TransportProblem | undefined {
  if (way === 'connected') return undefined;
  return way === 'mending' ? 'mending' : 'starting';
}

type Heard = { readonly caregiverId: CaregiverId | null; readonly name: string };

/** `way`: the state of the transport that sends the voice from this page. Rules AUD1, EAR3. */
export function whisperStatus(
  { session, connection }: Pick<QuietView, 'session' | 'connection'>,
  voice: VoiceHealth,
  way: MediaStanding,
): WhisperStatus {
  const problem = microphoneProblem(voice);
  if (problem !== undefined) return { is: 'shut', why: problem };
  if (connection !== 'live') return { is: 'shut', why: 'lost' };
  if (session.phase === 'closed') return { is: 'shut', why: 'closed' };
  if (session.phase === 'coding') return { is: 'shut', why: 'coding' };
  if (!mayOpenVoice('lead', session.phase)) return { is: 'shut', why: 'not-yet' };

  const hearers = whoCanHear(session, 'coach-voice');
  const family = hearers.filter(({ device }) => device !== null);
  if (family.length > 0) {
    // A voice that is not sent from this page reaches nobody, even with a checked ear.
    const missing = transportProblem(way);
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

/** Why an ear that may receive the voice does not sound. Rule EAR3. */
function whySoundless(session: QuietSession, ear: Participant): WhisperStatus {
  const { sounding } = ear;
  const why = sounding === undefined || sounding === 'works' ? 'not-connected' : sounding;
  return { is: 'shut', why, name: wearerName(session, ear) };
}

/** Why no ear may receive the voice. The reason that is easiest to fix comes first. */
function whyNobody(session: QuietSession): WhisperStatus {
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
