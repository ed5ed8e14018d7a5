export const words = {
  opening: 'Opening your room …',
  gone: {
    title: 'This link no longer works',
    text: 'Each link opens once, on one device, and only for a while. This one was already used, has run out, or is not complete.',
    next: 'Call the clinic, or write to your therapist, and ask for a new link. It takes them a moment, and nothing is lost.',
  },
  incomplete: {
    title: 'Part of the link is missing',
    text: 'It may have been cut short on its way to you.',
    next: 'Open the message from your therapist again and tap the link itself, or copy all of it.',
  },
  offline: {
    title: 'We could not reach your clinic',
    text: 'This device may be offline, or the clinic’s server may be away for a moment.',
    next: 'Check that this device is on the internet, then try again here.',
  },
  failed: {
    title: 'The room did not open',
    text: 'Something went wrong at the clinic’s end.',
    next: 'Try again in a minute. If it happens twice, call your therapist.',
  },
  tooMany: {
    title: 'One moment, please',
    text: 'The link was tried too many times in a short while.',
    next: 'Wait a minute, then try again.',
  },
} as const;
