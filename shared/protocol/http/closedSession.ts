/** Refusals of requests about a closed session. */
export const CLOSED_SESSION = {
  400: 'What was sent does not fit the session.',
  403: 'The asker may not do this.',
  404: 'What it is about is not in the session.',
  409: 'The session is not closed, or the asker is coding it blind.',
} as const;
