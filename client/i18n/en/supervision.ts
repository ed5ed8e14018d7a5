export const words = {
  side: { label: 'What you do', people: 'People', parent: 'Code the parent', coach: 'Code the coach' },
  coach: {
    label: 'The coach’s statements',
    now: 'Until now',
    keys: 'Keys are on. Prompts count by themselves.',
    asleep: 'The keys work while the parent is coached.',
    taken: '{{name}} codes the coach in this session.',
    private: 'Only supervisors see this while the session goes on. It decides nothing.',
  },
  parent: {
    label: 'Your own coding of the parent',
    keys: 'Keys are on. Your codes decide nothing.',
    asleep: 'The keys work once coding starts.',
    armed: 'Two codes of one utterance: press both.',
    strip: 'Your codes',
    none: 'What you code appears here, the newest on the left.',
  },
  blind: {
    offer: 'Code blind',
    text: 'You see no codes, counts or notes of others, so that your coding can be compared with the lead’s.',
    seen: 'You have seen codes of this window. Blind coding counts as independent from the next window on.',
    sign: 'You are coding blind',
    hidden: 'Codes, counts and notes of others are kept from you. The clock here does not stop for time‑outs.',
    end: 'End blind coding',
    meaning: 'Ending it shows you everything: the window that runs is then no longer independent.',
  },
} as const;
