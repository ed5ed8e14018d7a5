import { type RecordingStatus, recordingStatus } from '#shared/session/recording/recordingStatus.ts';
import type { QuietView } from './quietView.ts';

/** What a screen of the clinic can say of the recording: nothing is known of it while the server is out of reach. Rule RCD3. */
export type RecordingStatement = RecordingStatus | { readonly is: 'unknown' };

export function recordingStatement({
  connection,
  session,
}: Pick<QuietView, 'connection' | 'session'>): RecordingStatement {
  return connection === 'lost' ? { is: 'unknown' } : recordingStatus(session);
}
