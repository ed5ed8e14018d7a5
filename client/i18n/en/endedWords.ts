/** Why a session is over on this screen, what becomes of its codes, and where to go from there. */
export const endedWords = {
  'turned-away': 'This connection was turned away.',
  closed: 'The session is over.',
  revoked: 'You no longer have access to this session.',
  'taken-over': 'You opened this session in another window. It goes on there.',
  'not-signed-in': 'You are signed out. Sign in again to come back to the session.',
  unknown: 'There is no session for you at this address.',
  unknownText: 'The address may be cut short, or the session may be somebody else’s. You are still signed in.',
  notOpened: 'The session could not be opened.',
  next: 'Go to the start page',
  report: 'Open the report',
  review: 'Review the session',
  kept: 'What you coded until then is kept.',
  keptRest: 'Whatever else you coded is kept.',
  handingIn_one: '{{count}} code of this window is still being sent. Keep this window open until then.',
  handingIn_other: '{{count}} codes of this window are still being sent. Keep this window open until then.',
  waiting_one:
    '{{count}} code of this window was not sent. This browser keeps it and tries again whenever you are signed in here.',
  waiting_other:
    '{{count}} codes of this window were not sent. This browser keeps them and tries again whenever you are signed in here.',
  notSent_one:
    '{{count}} code of this window was not sent, and this browser cannot keep it: its storage is full or off.',
  notSent_other:
    '{{count}} codes of this window were not sent, and this browser cannot keep them: its storage is full or off.',
  cameraGone: 'Your camera is gone. The family does not see you.',
  outputBack: 'Your sound output is back. You hear again.',
} as const;
