export const words = {
  side: { people: 'People', coach: 'Code the coach' },
  coach: {
    label: 'The coach’s statements',
    now: 'Until now',
    keys: 'Keys are on. Prompts count by themselves.',
    asleep: 'Keys wake while the parent is coached.',
    taken: '{{name}} codes the coach in this session.',
    key_one: ', {{name}}, {{count}} time',
    key_other: ', {{name}}, {{count}} times',
    undo: 'Undo',
    private: 'Only supervisors see this while the session goes on. It decides nothing.',
  },
} as const;
