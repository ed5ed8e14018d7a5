import { type CommandSequence, isTalk } from '../sequence/commandSequence.ts';
import type { CodedEvent } from './codedEvent.ts';
import type { Awaited, Following } from './following.ts';

/** A step: the code that is due, what must not come before it, and what comes next. Other codes are harmless. */
type Step = { readonly due: string; readonly tooSoon: readonly string[]; readonly leadsTo: Leads };
type Leads = Readonly<Record<string, (at: number) => Following>>;

/** PDI4 as scored now. Only a listed code that comes too soon, late praise, and an incorrect chair are wrong. */
export function followRevision2(awaited: Awaited, event: CodedEvent, sequence: CommandSequence): Following {
  switch (awaited.next) {
    case 'praise':
      return praiseDue(awaited, event, sequence);
    case 'release':
      return onChair(awaited, event, sequence);
    default: {
      const { due, tooSoon, leadsTo } = stepsOf(sequence)[awaited.next];
      const lead = leadsTo[event.code];
      if (lead !== undefined) return lead(event.at);
      return tooSoon.includes(event.code) ? { is: 'incorrect', due, said: event.code, why: 'instead' } : awaited;
    }
  }
}

/** Each compliance restarts the time for praise; the last one marks that the child has finished. */
function praiseDue(
  awaited: Extract<Awaited, { next: 'praise' }>,
  { code, at }: CodedEvent,
  { praise, nearPraise, complied, commands, negative, clocks, steps }: CommandSequence,
): Following {
  if (code === complied) return { ...awaited, since: at };
  const isLate = at - awaited.since > clocks.praiseMs;
  const { near } = awaited;
  if (near !== undefined && (isLate || commands.includes(code))) return { is: 'near', due: praise, said: near };
  if (isLate) return { is: 'incorrect', due: praise, said: code, why: 'late' };
  if (code === praise) return { is: 'correct' };
  if (nearPraise.includes(code)) return { ...awaited, near: code };
  const tooSoon = [...commands, negative, steps.warn, steps.chair, steps.redo];
  return tooSoon.includes(code) ? { is: 'incorrect', due: praise, said: code, why: 'instead' } : awaited;
}

/** Correct: no talk, and the full time plus the quiet time since the child was last brought to the chair. */
function onChair(
  awaited: Extract<Awaited, { next: 'release' }>,
  { code, at }: CodedEvent,
  sequence: CommandSequence,
): Following {
  const { steps, clocks } = sequence;
  if (isTalk(sequence, code)) return { is: 'incorrect', due: steps.release, said: code, why: 'talk' };
  if ([steps.chair, steps.escape, steps.room].includes(code)) return { ...awaited, since: at };
  if (code !== steps.release) return awaited;
  const isHeld = at - awaited.since >= clocks.chairMs + clocks.quietMs;
  return isHeld ? { next: 'redo' } : { is: 'incorrect', due: steps.release, said: code, why: 'early' };
}

type PlainStep = Exclude<Awaited['next'], 'praise' | 'release'>;

function stepsOf({ commands, negative, complied, refused, steps }: CommandSequence): Readonly<Record<PlainStep, Step>> {
  const { warn, chair, redo, acknowledge } = steps;
  const toChair = () => ({ next: 'chair' }) as const;
  return {
    warn: {
      due: warn,
      tooSoon: [...commands, negative, chair, redo, acknowledge],
      leadsTo: { [warn]: () => ({ next: 'warned-response' }) },
    },
    'warned-response': {
      due: complied,
      tooSoon: [...commands, chair, redo, acknowledge],
      leadsTo: { [complied]: (since) => ({ next: 'praise', since }), [refused]: toChair },
    },
    chair: {
      due: chair,
      tooSoon: [...commands, negative, warn, redo, acknowledge],
      leadsTo: { [chair]: (since) => ({ next: 'release', since }) },
    },
    redo: {
      due: redo,
      tooSoon: [...commands, negative, warn, chair, acknowledge],
      leadsTo: { [redo]: () => ({ next: 'redo-response' }) },
    },
    'redo-response': {
      due: complied,
      tooSoon: [...commands, chair, warn, acknowledge],
      leadsTo: { [complied]: () => ({ next: 'acknowledge' }), [refused]: toChair },
    },
    acknowledge: {
      due: acknowledge,
      tooSoon: [...commands, negative, warn, chair, redo],
      leadsTo: { [acknowledge]: () => ({ is: 'correct' }) },
    },
  };
}
