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
  beginRule,
  escape,
  escapeOf,
  finish,
  nextStep,
  halt,
  hearNoise,
  type SequenceOutcome,
  release,
  seat,
  type SequenceCode,
  type SequenceContext,
  setContraindicated,
  wait,
  warn as giveWarning,
  waitQuiet,
} from './sequenceContext.ts';

/** A code together with its scoring, so that the screen and the score agree. Rule PDI4. */
export type SequenceEvent =
  | ({ readonly type: 'code'; readonly following?: Following | undefined } & SequenceCode)
  | { readonly type: 'alarm'; readonly at: number }
  /** Time-out was contraindicated, or allowed again. Rule SEQ13. */
  | { readonly type: 'contraindicated'; readonly at: number; readonly is: Contraindication | null };

type StepName = keyof CommandSequence['steps'];
type Response = 'complied' | 'refused' | 'noChance';
type Clock = keyof CommandSequence['clocks'];

export const sequence = setup({
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
    nextStep: assign(({ context, event }) => nextStep(context, event.at)),
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
    finish: assign(({ context, event }, { as }: { as: SequenceOutcome | undefined }) =>
      finish(context, event.at, as, event.type === 'code' ? event.following : undefined),
    ),
  },
});

function codeOf(event: SequenceEvent): string {
  return event.type === 'code' ? event.code : '';
}

/** Whether a code settles what a step waits for, well or badly. Stopping does not. */
function decides({ sequence: of }: SequenceContext, event: SequenceEvent, awaited: Awaited): boolean {
  if (event.type !== 'code' || isInLogAlone(of, event.code)) return false;
  const following = followOne(awaited, event, of);
  return 'is' in following && following.is !== 'not-due';
}

/** Whether a code is the child's response in a phase where nothing follows from it. Rule OBS2. */
function isOnlyAnswered({ answersOnly, complied, refused, noChance }: CommandSequence, code: string): boolean {
  return answersOnly === true && [complied, refused, noChance].includes(code);
}

export const said = (step: StepName) => ({ type: 'said', params: { step } }) as const;
export const did = (what: Response) => ({ type: 'did', params: { what } }) as const;
export const waiting = (clock: Clock) => ({ type: 'wait', params: { clock } }) as const;
export const finished = (as: SequenceOutcome | undefined) => ({ type: 'finish', params: { as } }) as const;
