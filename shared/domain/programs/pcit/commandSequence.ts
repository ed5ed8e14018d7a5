import type { CommandSequence } from '../../sequence/commandSequence.ts';

/**
 * How a command is followed through, with the times that training material reports (rules SEQ). The parent's lines are
 * in our own words, and are sent only when the coach sends them.
 */
export const COMMAND_SEQUENCE: CommandSequence = {
  revision: 2,
  commands: ['DC', 'IC'],
  direct: ['DC'],
  complied: 'CO',
  refused: 'NC',
  noChance: 'NOC',
  praise: 'LP',
  nearPraise: ['UP'],
  negative: 'NTA',
  steps: {
    warn: 'WARN',
    chair: 'CHAIR',
    escape: 'ESCAPE',
    room: 'ROOM',
    release: 'RELEASE',
    redo: 'REDO',
    acknowledge: 'ACK',
    stop: 'STOP',
    seated: 'SEAT',
    inRoom: 'INROOM',
    noise: 'NOISE',
    notReady: 'UNREADY',
    ruleBroken: 'RULE',
  },
  clocks: { responseMs: 5_000, praiseMs: 5_000, chairMs: 180_000, quietMs: 5_000, roomMs: 60_000, readyMs: 5_000 },
  lastCommandMs: 600_000,
  escalation: { procedureMs: 600_000, escapes: 3, totalMs: 1_800_000 },
  keys: {
    done: 'k',
    complied: 'c',
    refused: 'x',
    noChance: 'o',
    escape: 'e',
    noise: 'y',
    notEffective: 'z',
    say: 'm',
    ruleBroken: 'v',
    stop: 'j',
  },
  says: [
    { step: 'praise', after: 'command', say: 'Thank you for doing what I asked right away!' },
    { step: 'praise', say: 'Thank you for doing what I asked!' },
    { step: 'warn', say: 'Say once, calmly: “If you don’t … now, you will sit on the chair.”' },
    {
      step: 'to-chair',
      after: 'rule',
      say: 'Walk there now, and say: “You … (the house rule), so you sit on the chair. Stay here until I tell you.”',
    },
    {
      step: 'to-chair',
      say: 'Walk there now, and say: “You did not …, so you sit on the chair. Stay here until I tell you.”',
    },
    { step: 'on-chair', say: 'Look away and say nothing. I have the clock.' },
    { step: 'ask-ready', after: 'rule', say: 'Say: “You sat quietly. You may get up now.”' },
    { step: 'ask-ready', say: 'Ask: “Are you ready to … now?”' },
    {
      step: 'escape',
      backup: 'room',
      say: 'Say: “You left the chair. If you do that again, there is a quiet place that you go to.” Then back to the chair.',
    },
    {
      step: 'escape',
      backup: 'parent-leaves',
      say: 'Say: “You left the chair. If you do that again, I take the toys and go out for a minute.” Then back to the chair.',
    },
    { step: 'to-room', backup: 'room', say: 'Say: “You left the chair, so you go to the quiet place.” Nothing more.' },
    {
      step: 'to-room',
      backup: 'parent-leaves',
      say: 'Say: “You left the chair, so I take the toys and go out.” Nothing more. Stay where you can see or hear your child.',
    },
    { step: 'redo', say: 'Give the same command again, in the same words.' },
    { step: 'acknowledge', say: 'Just say: “Okay.”' },
    { step: 'second-command', say: 'Give one more command, small and easy. Then praise it warmly.' },
    {
      step: 'without-time-out',
      say: 'Let it go, and play on. When your child plays nicely again, praise that, and ask one small thing.',
    },
  ],
};
