import type { MediaStanding } from '#client/media/mediaStanding.ts';
import type { VoiceHealth } from '#client/media/voiceHealth.ts';
import { whoCanHear, whoHears } from '#shared/session/whoHears.ts';
import type { QuietView } from './quietView.ts';
import { type MicrophoneProblem, microphoneProblem, type WayProblem, wayProblem } from './whisperDoor.ts';

/** Whether an observer's voice would be heard by the lead coach now, or what stands in its way. `name`: the lead coach's. */
type LeadDoor = { readonly name: string } & (
  | { readonly is: 'open' }
  | { readonly is: 'shut'; readonly why: 'lost' | WayProblem | 'nobody-leads' | 'lead-soundless' | MicrophoneProblem }
);

/** `way`: how the way stands over which the voice leaves this page. Rules AUD1, EAR3. */
export function leadDoor(
  { session, connection }: Pick<QuietView, 'session' | 'connection'>,
  voice: VoiceHealth,
  way: MediaStanding,
): LeadDoor {
  const [lead] = whoHears(session, 'supervisor-voice');
  const name = lead?.name ?? '';
  const problem = microphoneProblem(voice);
  if (problem !== undefined) return { is: 'shut', why: problem, name };
  if (connection !== 'live') return { is: 'shut', why: 'lost', name };
  if (lead === undefined) return { is: 'shut', why: 'nobody-leads', name };
  if (whoCanHear(session, 'supervisor-voice').length === 0) return { is: 'shut', why: 'lead-soundless', name };
  const missing = wayProblem(way);
  return missing === undefined ? { is: 'open', name } : { is: 'shut', why: missing, name };
}
