import { NewExport, UnshownNames } from '../exports.ts';
import { CLOSED_SESSION } from './closedSession.ts';
import { COACHES, type Routes } from './route.ts';

export const exportRoutes = {
  'exports:make': {
    method: 'POST',
    path: '/api/sessions/:sessionId/exports',
    does: 'Makes a file of a closed session.',
    for: COACHES,
    audit: 'session.exported',
    limit: 'making',
    asksAgain: true,
    body: NewExport,
    answer: { file: 'application/octet-stream', ranges: false },
    refusals: CLOSED_SESSION,
  },
  'unshown-names:read': {
    method: 'GET',
    path: '/api/sessions/:sessionId/exports/unshown',
    does: 'Lists the names that the PDF of a session would show with a missing letter.',
    for: COACHES,
    audit: 'session.read',
    limit: 'heavy',
    answer: UnshownNames,
    refusals: CLOSED_SESSION,
  },
} as const satisfies Routes;
