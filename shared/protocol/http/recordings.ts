import { SessionRecording } from '../recording.ts';
import { SpeechStatus } from '../speech.ts';
import { CLOSED_SESSION } from './closedSession.ts';
import { COACHES, type Routes } from './route.ts';

const NOT_PLAYED = {
  403: 'The family does not agree to it.',
  404: 'There is no such recording.',
  409: 'The session is not closed, or its recording is still being finished.',
} as const;

export const recordingRoutes = {
  'recording:read': {
    method: 'GET',
    path: '/api/sessions/:sessionId/recording',
    does: 'Lists the files of a closed session’s recording. Rules RCD5, RCD9.',
    for: COACHES,
    audit: 'session.read',
    limit: 'heavy',
    answer: SessionRecording,
    refusals: NOT_PLAYED,
  },
  'recording:play': {
    method: 'GET',
    path: '/api/sessions/:sessionId/recording/:partId',
    does: 'Reads one file of a recording.',
    for: COACHES,
    audit: 'recording.played',
    limit: 'film',
    answer: { file: 'video/webm', ranges: true },
    refusals: NOT_PLAYED,
  },
  'speech:read': {
    method: 'GET',
    path: '/api/sessions/:sessionId/speech',
    does: 'Says whether a recording was searched for speech. Rule TRN3.',
    for: COACHES,
    audit: 'speech.read',
    limit: 'reading',
    isPolled: true,
    answer: SpeechStatus,
  },
  'speech:ask': {
    method: 'POST',
    path: '/api/sessions/:sessionId/speech',
    does: 'Asks for a recording to be searched for speech.',
    for: COACHES,
    audit: 'speech.read',
    limit: 'making',
    answer: SpeechStatus,
    refusals: CLOSED_SESSION,
  },
} as const satisfies Routes;
