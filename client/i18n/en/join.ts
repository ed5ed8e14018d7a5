export const words = {
  opening: 'Opening your room …',
  ask: {
    title: 'Your room is one tap away',
    text: 'This link works once. Open it on the device that you will use.',
    open: 'Open on this device',
  },
  gone: {
    title: 'This link no longer works',
    text: 'Each link works once, on one device, and only for a while. This one was already used, has expired, or is incomplete.',
    next: 'Call the clinic or write to your therapist, and ask for a new link. They can send one in a moment, and nothing is lost.',
  },
  incomplete: {
    title: 'Part of the link is missing',
    text: 'It may have been cut off when it was sent to you.',
    next: 'Open the message from your therapist again. Tap the link, or copy the whole link.',
  },
  offline: {
    title: 'We could not reach your clinic',
    text: 'This device may be offline, or the clinic’s server may be down for a moment.',
    next: 'Check that this device is connected to the internet, then try again.',
  },
  failed: {
    title: 'The room did not open',
    text: 'Something went wrong on our side.',
    next: 'Try again in a minute. If it happens twice, call your therapist.',
  },
  tooMany: {
    title: 'One moment, please',
    text: 'This link was opened too many times in a row.',
    next: 'Wait a minute, then try again.',
  },
} as const;
