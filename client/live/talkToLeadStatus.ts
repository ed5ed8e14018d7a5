import type { MediaStanding } from '#client/media/mediaStanding.ts';
import type { VoiceHealth } from '#client/media/voiceHealth.ts';
import { whoCanHear, whoHears } from '#shared/session/whoHears.ts';
import type { QuietView } from './quietView.ts';
import { type MicrophoneProblem, microphoneProblem, type TransportProblem, transportProblem } from './whisperStatus.ts';

/** Whether the lead coach would hear an observer's voice now, or why not. `name`: the lead coach's. */
type TalkToLeadStatus = { readonly name: string } & (
  | { readonly is: 'open' }
  | {
      readonly is: 'shut';
      readonly why: 'lost' | TransportProblem | 'nobody-leads' | 'lead-soundless' | MicrophoneProblem;
    }
);

/** `way`: the state of the transport that sends the voice from this page. Rules AUD1, EAR3. */
export function talkToLeadStatus(
  { session, connection }: Pick<QuietView, 'session' | 'connection'>,
  voice: VoiceHealth,
  way: MediaStanding,
): TalkToLeadStatus {
  const [lead] = whoHears(session, 'supervisor-voice');
  const name = lead?.name ?? '';
  const problem = microphoneProblem(voice);
  if (problem !== undefined) return { is: 'shut', why: problem, name };
  if (connection !== 'live') return { is: 'shut', why: 'lost', name };
  if (lead === undefined) return { is: 'shut', why: 'nobody-leads', name };
  if (whoCanHear(session, 'supervisor-voice').length === 0) return { is: 'shut', why: 'lead-soundless', name };
  const missing = transportProblem(way);
  return missing === undefined ? { is: 'open', name } : { is: 'shut', why: missing, name };
}
