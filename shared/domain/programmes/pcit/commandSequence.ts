import type { CommandSequence } from '../../sequence/commandSequence.ts';

/**
 * How a command is followed through, with the times that training material reports (rules SEQ). What the parent says at
 * each step is in our own words, and is sent only when the coach sends it.
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
  clocks: {
    responseMs: 5_000,
    praiseMs: 5_000,
    chairMs: 180_000,
    quietMs: 5_000,
    roomMs: 60_000,
    readyMs: 5_000,
  },
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
  says: {
    praise: 'Thank you for doing what I asked right away!',
    warn: 'Say once, calmly: “If you don’t … now, you will sit on the chair.”',
    'to-chair': 'Walk there now, and say: “You did not …, so you sit on the chair. Stay here until I tell you.”',
    'on-chair': 'Look away and say nothing. I have the clock.',
    'ask-ready': 'Ask: “Are you ready to … now?”',
    escape:
      'Say: “You left the chair. If you do that again, there is a quiet place that you go to.” Then back to the chair.',
    'to-room': 'Say: “You left the chair again, so you go to the quiet place.” Nothing more.',
    redo: 'Give the same command again, in the same words.',
    acknowledge: 'Just say: “Okay.”',
    'second-command': 'Give one more command, small and easy. Then praise it warmly.',
  },
};
