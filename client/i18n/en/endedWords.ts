/** Why a session is over on this screen, what becomes of its codes, and where to go from there. */
export const endedWords = {
  'turned-away': 'You were not let into this session.',
  closed: 'The session is over.',
  revoked: 'You no longer have access to this session.',
  left: 'You left the session.',
  'taken-over': 'You opened this session in another window. Continue there.',
  'not-signed-in': 'You are signed out. Sign in again to return to the session.',
  unknown: 'This session was not found.',
  unknownText:
    'The address may be incomplete, or the session may belong to another therapist. You are still signed in.',
  notOpened: 'Earshot couldn’t open the session.',
  next: 'Go to the start page',
  report: 'Open the report',
  review: 'Review the session',
  kept: 'Everything that you coded until then is kept.',
  keptRest: 'Everything else that you coded is kept.',
  stillSending_one: '{{count}} code from this page is still being sent. Keep the page open until it is sent.',
  stillSending_other: '{{count}} codes from this page are still being sent. Keep the page open until they are sent.',
  waiting_one:
    '{{count}} code from this page was not sent. This browser keeps it and tries again whenever you are signed in.',
  waiting_other:
    '{{count}} codes from this page were not sent. This browser keeps them and tries again whenever you are signed in.',
  notSent_one:
    '{{count}} code from this page was not sent, and this browser can’t keep it, because its storage is full or turned off.',
  notSent_other:
    '{{count}} codes from this page were not sent, and this browser can’t keep them, because its storage is full or turned off.',
  cameraGone: 'Your camera is disconnected. The family can’t see you.',
  outputBack: 'Your sound output is back. You can hear again.',
} as const;
