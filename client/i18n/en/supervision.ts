export const words = {
  side: { label: 'Your task', people: 'People', parent: 'Code the parent', coach: 'Code the coach' },
  coach: {
    label: 'The coach’s statements',
    now: 'So far',
    keys: 'Keys are on. Prompts are counted automatically.',
    asleep: 'The keys are off until coaching starts.',
    taken: '{{name}} is coding the coach in this session.',
    private: 'Only supervisors see this during the session. It does not affect any result.',
  },
  parent: {
    label: 'Your own coding of the parent',
    keys: 'Keys are on. Your codes do not affect any result.',
    asleep: 'The keys are off until coding starts.',
    armed: 'Two codes for one utterance: press both.',
    strip: 'Your codes',
    none: 'Your codes appear here, newest on the left.',
  },
  blind: {
    offer: 'Code blind',
    text: 'You will not see anyone else’s codes, counts or notes, so that your coding can be compared with the lead coach’s.',
    seen: 'You have already seen codes of this window. Your coding will count as independent from the next window on.',
    sign: 'You are coding blind',
    hidden: 'You can’t see anyone else’s codes, counts or notes. This clock does not pause for time‑outs.',
    end: 'End blind coding',
    meaning: 'If you end blind coding, you see everything, and your coding of this window is no longer independent.',
  },
} as const;
