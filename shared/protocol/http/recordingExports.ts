import { RecordingExportFor, RecordingExportStatus, RecordingMap } from '../recordingExport.ts';
import { CLOSED_SESSION } from './closedSession.ts';
import { COACHES, type Routes } from './route.ts';

export const recordingExportRoutes = {
  'recording-export:read': {
    method: 'GET',
    path: '/api/sessions/:sessionId/recording-export',
    does: 'Says how far the recording is as one file. Rule RCD8.',
    for: COACHES,
    audit: 'session.read',
    limit: 'reading',
    isPolled: true,
    answer: RecordingExportStatus,
    refusals: CLOSED_SESSION,
  },
  'recording-export:begin': {
    method: 'POST',
    path: '/api/sessions/:sessionId/recording-export',
    does: 'Starts to make one file of what may be exported for a purpose.',
    for: COACHES,
    audit: 'recording.exported',
    limit: 'making',
    asksAgain: true,
    body: RecordingExportFor,
    answer: RecordingExportStatus,
    refusals: CLOSED_SESSION,
  },
  'recording-export:end': {
    method: 'DELETE',
    path: '/api/sessions/:sessionId/recording-export',
    does: 'Stops making the file, or deletes it.',
    for: COACHES,
    audit: null,
    limit: 'writing',
    answer: RecordingExportStatus,
    refusals: CLOSED_SESSION,
  },
  'recording-export:download': {
    method: 'GET',
    path: '/api/sessions/:sessionId/recording-export/file',
    does: 'Downloads the file. It is deleted once it was downloaded whole.',
    for: COACHES,
    audit: 'recording.exported',
    limit: 'film',
    answer: { file: 'video/webm', ranges: false },
    refusals: CLOSED_SESSION,
  },
  'recording-export:map': {
    method: 'GET',
    path: '/api/sessions/:sessionId/recording-export/map',
    does: 'Downloads the description that comes with the file.',
    for: COACHES,
    audit: 'recording.exported',
    limit: 'heavy',
    answer: RecordingMap,
    refusals: CLOSED_SESSION,
  },
} as const satisfies Routes;
