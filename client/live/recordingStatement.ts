import { type RecordingStatus, recordingStatus } from '#shared/session/recording/recordingStatus.ts';
import type { QuietView } from './quietView.ts';

/** What a staff screen can say about the recording. `unknown` while the server is unreachable. Rule RCD3. */
export type RecordingStatement = RecordingStatus | { readonly is: 'unknown' };

export function recordingStatement({
  connection,
  session,
}: Pick<QuietView, 'connection' | 'session'>): RecordingStatement {
  return connection === 'lost' ? { is: 'unknown' } : recordingStatus(session);
}
