import { assign, setup } from 'xstate';
import type { Awaited, Following } from '#shared/domain/scoring/following.ts';
import { followOne } from '#shared/domain/scoring/followThrough.ts';
import {
  type CommandSequence,
  type Contraindication,
  isInLogAlone,
  type TimeOutSettings,
} from '#shared/domain/sequence/commandSequence.ts';
import {
  awaitPraise,
  beginCommand,
  beginning,
  beginRule,
  escape,
  escapeOf,
  finish,
  goOn,
  halt,
  hearNoise,
  type Outcome,
  release,
  seat,
  type SequenceCode,
  type SequenceContext,
  setContraindicated,
  wait,
  warn as giveWarning,
  waitQuiet,
} from './sequenceContext.ts';

/** A code comes with what scoring makes of it, so that the screen and the score are of one mind. Rule PDI4. */
export type SequenceEvent =
  | ({ readonly type: 'code'; readonly following?: Following | undefined } & SequenceCode)
  | { readonly type: 'alarm'; readonly at: number }
  /** Time-out was contraindicated, or allowed again. Rule SEQ13. */
  | { readonly type: 'contraindicated'; readonly at: number; readonly is: Contraindication | null };

type StepName = keyof CommandSequence['steps'];
type Response = 'complied' | 'refused' | 'noChance';
type Clock = keyof CommandSequence['clocks'];

/**
 * How a command is followed through (rules SEQ1 to SEQ13). Pure: it hears codes, that a clock is over and that time-out is contraindicated, with their times;
 * `runSequence` plays it. Its states are named as `SEQUENCE_STEPS`. What a step does not expect changes nothing, so that
 * a slip of the finger never ends a time-out.
 */
const sequence = setup({
  types: {
    context: {} as SequenceContext,
    events: {} as SequenceEvent,
    input: {} as { readonly sequence: CommandSequence; readonly settings: TimeOutSettings },
  },
  guards: {
    said: ({ context, event }, { step }: { step: StepName }) => codeOf(event) === context.sequence.steps[step],
    did: ({ context, event }, { what }: { what: Response }) => codeOf(event) === context.sequence[what],
    refusedIndirect: ({ context, event }) =>
      codeOf(event) === context.sequence.refused && context.current?.command?.isDirect === false,
    isCommand: ({ context, event }) => context.sequence.commands.includes(codeOf(event)),
    decidesPraise: ({ context, event }) => decides(context, event, { next: 'praise', since: context.since }),
    decidesAcknowledgement: ({ context, event }) => decides(context, event, { next: 'acknowledge' }),
    compliedAgain: ({ context, event }) =>
      codeOf(event) === context.sequence.complied && context.sequence.revision !== 1,
    ruleBroken: ({ context, event }) =>
      codeOf(event) === context.sequence.steps.ruleBroken &&
      context.settings.houseRules &&
      context.settings.contraindicated === null &&
      context.sequence.answersOnly === undefined,
    refusedWithoutTimeOut: ({ context, event }) =>
      codeOf(event) === context.sequence.refused && context.settings.contraindicated !== null,
    isContraindicated: ({ event }) => event.type === 'contraindicated' && event.is !== null,
    isAnswer: ({ context, event }) => isOnlyAnswered(context.sequence, codeOf(event)),
    releasedFromRule: ({ context, event }) =>
      codeOf(event) === context.sequence.steps.release && context.current?.command === undefined,
    escapedToRoom: ({ context, event }) =>
      codeOf(event) === context.sequence.steps.escape && escapeOf(context) === 'room',
  },
  actions: {
    beginCommand: assign(({ context, event }) => (event.type === 'code' ? beginCommand(context, event) : context)),
    beginRule: assign(({ context, event }) => beginRule(context, event.at)),
    goOn: assign(({ context, event }) => goOn(context, event.at)),
    wait: assign(({ context, event }, { clock }: { clock: Clock }) =>
      wait(context, event.at, context.sequence.clocks[clock]),
    ),
    warn: assign(({ context, event }) => giveWarning(context, event.at)),
    awaitPraise: assign(({ context, event }) => awaitPraise(context, event.at)),
    seat: assign(({ context, event }) => seat(context, event.at)),
    enterRoom: assign(({ context, event }) => waitQuiet(context, event.at, context.sequence.clocks.roomMs)),
    hearNoise: assign(({ context, event }) => hearNoise(context, event.at)),
    settle: assign({ alarmAt: undefined }),
    escape: assign(({ context, event }) => escape(context, event.at)),
    release: assign(({ context, event }) => release(context, event.at)),
    halt: assign(({ context, event }) => halt(context, event.at)),
    setContraindicated: assign(({ context, event }) =>
      event.type === 'contraindicated' ? setContraindicated(context, event.is) : context,
    ),
    finish: assign(({ context, event }, { as }: { as: Outcome | undefined }) =>
      finish(context, event.at, as, event.type === 'code' ? event.following : undefined),
    ),
  },
});

function codeOf(event: SequenceEvent): string {
  return event.type === 'code' ? event.code : '';
}

/** Whether a code settles what a step waits for, well or not; stopping is none of that. */
function decides({ sequence: of }: SequenceContext, event: SequenceEvent, awaited: Awaited): boolean {
  if (event.type !== 'code' || isInLogAlone(of, event.code)) return false;
  const following = followOne(awaited, event, of);
  return 'is' in following && following.is !== 'not-due';
}

/** Whether a code is the child's answer where nothing follows from it. Rule OBS2. */
function isOnlyAnswered({ answersOnly, complied, refused, noChance }: CommandSequence, code: string): boolean {
  return answersOnly === true && [complied, refused, noChance].includes(code);
}

const said = (step: StepName) => ({ type: 'said', params: { step } }) as const;
const did = (what: Response) => ({ type: 'did', params: { what } }) as const;
const waiting = (clock: Clock) => ({ type: 'wait', params: { clock } }) as const;
const finished = (as: Outcome | undefined) => ({ type: 'finish', params: { as } }) as const;

/** A new command where something else was due: what ran before it ends so, and the new one begins. */
const newCommand = (former: Outcome) =>
  ({
    guard: 'isCommand',
    target: 'command-wait',
    reenter: true,
    actions: [finished(former), 'beginCommand'],
  }) as const;

/** In the steps of time-out, and those that lead there: it ends at once where time-out is contraindicated. Rule SEQ13. */
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
      { guard: 'ruleBroken', target: 'to-chair', actions: 'beginRule' },
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
      { guard: did('refused'), target: 'warn', actions: 'goOn' },
      { guard: did('noChance'), target: 'play', actions: finished('no-chance') },
      newCommand('no-chance'),
    ],
    alarm: { target: 'play', actions: finished('indirect') },
  },
});

const praise = sequence.createStateConfig({
  on: {
    code: [
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
      { guard: did('refused'), target: 'to-chair', actions: 'goOn' },
      newCommand('incorrect'),
    ],
  },
});

const toChair = sequence.createStateConfig({
  on: CONTRAINDICATED,
  initial: 'to-say',
  states: {
    'to-say': { on: { code: [{ guard: said('chair'), target: 'on-the-way', actions: 'goOn' }] } },
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
    'to-say': { on: { code: { guard: said('room'), target: 'on-the-way', actions: 'goOn' } } },
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
          { guard: did('complied'), target: '#sequence.acknowledge', actions: 'goOn' },
          { guard: did('refused'), target: '#sequence.to-chair', actions: 'goOn' },
        ],
      },
    },
  },
});

const acknowledge = sequence.createStateConfig({
  on: {
    code: [
      newCommand('incorrect'),
      { guard: 'decidesAcknowledgement', target: 'second-command', actions: finished('incorrect') },
    ],
  },
});

/** What the coach does instead of time-out: the child may still do it, or gets another command. Rule SEQ13. */
const withoutTimeOut = sequence.createStateConfig({
  on: {
    code: [
      { guard: did('complied'), target: 'praise', actions: 'awaitPraise' },
      { guard: 'isCommand', target: 'command-wait', actions: 'beginCommand' },
    ],
  },
});

const secondCommand = sequence.createStateConfig({
  on: { code: { guard: 'isCommand', target: 'command-wait', actions: 'beginCommand' } },
});

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
