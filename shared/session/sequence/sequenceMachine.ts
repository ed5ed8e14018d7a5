import { beginning, type SequenceOutcome } from './sequenceContext.ts';
import { did, finished, said, sequence, waiting } from './sequenceSetup.ts';

/** A new command in place of what was due ends the running sequence and starts the next one. */
const newCommand = (former: SequenceOutcome) =>
  ({
    guard: 'isCommand',
    target: 'command-wait',
    reenter: true,
    actions: [finished(former), 'beginCommand'],
  }) as const;

/** A broken house rule leads to the chair if only words of the parent are due. Rule SEQ9. */
const RULE_BROKEN = { guard: 'ruleBroken', target: 'to-chair', actions: 'beginRule' } as const;

/** In the steps of time-out and those before it: a contraindication ends the sequence at once. Rule SEQ13. */
const CONTRAINDICATED = {
  contraindicated: [
    { guard: 'isContraindicated', target: '#sequence.without-time-out', actions: ['setContraindicated', 'halt'] },
    { actions: 'setContraindicated' },
  ],
} as const;

const NOISE = { guard: said('noise'), actions: 'hearNoise' } as const;
const ESCAPES = [
  { guard: 'escapedToRoom', target: 'to-room', actions: 'escape' },
  { guard: said('escape'), target: 'escape', actions: 'escape' },
] as const;

const play = sequence.createStateConfig({
  on: {
    code: [
      { guard: said('stop') },
      { guard: 'isCommand', target: 'command-wait', actions: 'beginCommand' },
      RULE_BROKEN,
    ],
  },
});

const commandWait = sequence.createStateConfig({
  on: {
    code: [
      { guard: 'isAnswer', target: 'play', actions: finished(undefined) },
      { guard: did('complied'), target: 'praise', actions: 'awaitPraise' },
      { guard: 'refusedIndirect', target: 'play', actions: finished('indirect') },
      { guard: 'refusedWithoutTimeOut', target: 'without-time-out', actions: 'halt' },
      { guard: did('refused'), target: 'warn', actions: 'nextStep' },
      { guard: did('noChance'), target: 'play', actions: finished('no-chance') },
      newCommand('no-chance'),
    ],
    alarm: { target: 'play', actions: finished('indirect') },
  },
});

const praise = sequence.createStateConfig({
  on: {
    code: [
      RULE_BROKEN,
      { guard: 'compliedAgain', target: 'praise', reenter: true, actions: 'awaitPraise' },
      newCommand('incorrect'),
      { guard: 'decidesPraise', target: 'play', actions: finished('incorrect') },
    ],
    alarm: { target: 'play', actions: finished('incorrect') },
  },
});

const warn = sequence.createStateConfig({
  on: {
    ...CONTRAINDICATED,
    code: [{ guard: said('warn'), target: 'warn-wait', actions: 'warn' }, newCommand('incorrect')],
  },
});

const warnWait = sequence.createStateConfig({
  on: {
    ...CONTRAINDICATED,
    code: [
      { guard: did('complied'), target: 'praise', actions: 'awaitPraise' },
      { guard: did('refused'), target: 'to-chair', actions: 'nextStep' },
      newCommand('incorrect'),
    ],
  },
});

const toChair = sequence.createStateConfig({
  on: CONTRAINDICATED,
  initial: 'to-say',
  states: {
    'to-say': { on: { code: [{ guard: said('chair'), target: 'on-the-way', actions: 'nextStep' }] } },
    'on-the-way': {
      on: { code: [{ guard: said('seated'), target: '#sequence.on-chair', actions: 'seat' }] },
    },
  },
});

const onChair = sequence.createStateConfig({
  on: {
    ...CONTRAINDICATED,
    code: [NOISE, ...ESCAPES],
    alarm: { target: 'ask-ready', actions: waiting('readyMs') },
  },
});

const askReady = sequence.createStateConfig({
  on: {
    ...CONTRAINDICATED,
    code: [
      { guard: 'releasedFromRule', target: 'play', actions: finished(undefined) },
      { guard: said('release'), target: 'redo', actions: 'release' },
      { guard: said('notReady'), target: 'on-chair', actions: 'seat' },
      ...ESCAPES,
    ],
  },
});

const escaped = sequence.createStateConfig({
  on: { ...CONTRAINDICATED, code: [{ guard: said('seated'), target: 'on-chair', actions: 'seat' }] },
});

const toRoom = sequence.createStateConfig({
  on: CONTRAINDICATED,
  initial: 'to-say',
  states: {
    'to-say': { on: { code: { guard: said('room'), target: 'on-the-way', actions: 'nextStep' } } },
    'on-the-way': { on: { code: { guard: said('inRoom'), target: 'inside', actions: 'enterRoom' } } },
    inside: { on: { code: NOISE, alarm: { target: 'over', actions: 'settle' } } },
    over: { on: { code: { guard: said('seated'), target: '#sequence.on-chair', actions: 'seat' } } },
  },
});

const redo = sequence.createStateConfig({
  on: CONTRAINDICATED,
  initial: 'to-say',
  states: {
    'to-say': {
      on: { code: [{ guard: said('redo'), target: 'waiting', actions: waiting('responseMs') }] },
    },
    waiting: {
      on: {
        code: [
          { guard: did('complied'), target: '#sequence.acknowledge', actions: 'nextStep' },
          { guard: did('refused'), target: '#sequence.to-chair', actions: 'nextStep' },
        ],
      },
    },
  },
});

const acknowledge = sequence.createStateConfig({
  on: {
    code: [
      RULE_BROKEN,
      newCommand('incorrect'),
      { guard: 'decidesAcknowledgement', target: 'second-command', actions: finished('incorrect') },
    ],
  },
});

/** The way without time-out: the child may still comply, or gets another command. Rule SEQ13. */
const withoutTimeOut = sequence.createStateConfig({
  on: {
    code: [
      { guard: did('complied'), target: 'praise', actions: 'awaitPraise' },
      { guard: 'isCommand', target: 'command-wait', actions: 'beginCommand' },
      RULE_BROKEN,
    ],
  },
});

const secondCommand = sequence.createStateConfig({
  on: { code: [{ guard: 'isCommand', target: 'command-wait', actions: 'beginCommand' }, RULE_BROKEN] },
});

/**
 * How a command is followed through (rules SEQ1 to SEQ13). A pure machine; `runSequence` drives it. Its states are
 * `SEQUENCE_STEPS`. Unexpected events change nothing, so that a slip of the finger never ends a time-out.
 */
export const sequenceMachine = sequence.createMachine({
  id: 'sequence',
  context: ({ input }) => beginning(input.sequence, input.settings),
  initial: 'play',
  states: {
    play,
    'command-wait': commandWait,
    praise,
    warn,
    'warn-wait': warnWait,
    'to-chair': toChair,
    'on-chair': onChair,
    'ask-ready': askReady,
    escape: escaped,
    'to-room': toRoom,
    redo,
    acknowledge,
    'second-command': secondCommand,
    'without-time-out': withoutTimeOut,
  },
  on: {
    code: { guard: said('stop'), target: '.play', actions: finished('stopped') },
    contraindicated: { actions: 'setContraindicated' },
  },
});
