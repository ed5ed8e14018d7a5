import type { CommandSequence, SequenceStep } from '#shared/domain/sequence/commandSequence.ts';
import { type SequenceRun, stepOf, takes } from './sequenceRun.ts';

/** Something that may be coded now, and the key that codes it. */
export type SequenceAction = {
  readonly code: string;
  readonly key: string;
  readonly does:
    'done' | 'complied' | 'refused' | 'no-chance' | 'escape' | 'noise' | 'not-ready' | 'rule-broken' | 'stop';
};

/** What may be coded at the step, the usual first. The machine has the last word: what it refuses is not offered. */
export function sequenceActions(run: SequenceRun): readonly SequenceAction[] {
  const step = stepOf(run);
  const possible = allActions(run.context.sequence).filter(({ code }) => takes(run, code));
  return possible.filter(({ code, does }) => {
    // The machine also hears talk and commands in the middle of something; they are no way on.
    if (does === 'done') return dueAt(run.context.sequence, step).includes(code);
    return does !== 'stop' || step !== 'play';
  });
}

/** What the parent, or the child that sits down, does next at a step when all goes well. */
function dueAt({ praise, direct, steps }: CommandSequence, step: SequenceStep): readonly string[] {
  switch (step) {
    case 'praise':
      return [praise];
    case 'warn':
      return [steps.warn];
    case 'to-chair':
      return [steps.chair, steps.seated];
    case 'ask-ready':
      return [steps.release];
    case 'escape':
      return [steps.seated];
    case 'to-room':
      return [steps.room, steps.inRoom, steps.seated];
    case 'redo':
      return [steps.redo];
    case 'acknowledge':
      return [steps.acknowledge];
    case 'second-command':
    case 'without-time-out':
      return direct.slice(0, 1);
    case 'play':
    case 'command-wait':
    case 'warn-wait':
    case 'on-chair':
      return [];
  }
}

function allActions({
  praise,
  direct,
  complied,
  refused,
  noChance,
  steps,
  keys,
}: CommandSequence): readonly SequenceAction[] {
  const { warn, chair, seated, release, room, inRoom, redo, acknowledge } = steps;
  const done = [praise, warn, chair, seated, release, room, inRoom, redo, acknowledge, ...direct.slice(0, 1)];
  return [
    ...done.map((code) => ({ code, key: keys.done, does: 'done' }) as const),
    { code: complied, key: keys.complied, does: 'complied' },
    { code: refused, key: keys.refused, does: 'refused' },
    { code: noChance, key: keys.noChance, does: 'no-chance' },
    { code: steps.notReady, key: keys.refused, does: 'not-ready' },
    { code: steps.noise, key: keys.noise, does: 'noise' },
    { code: steps.escape, key: keys.escape, does: 'escape' },
    { code: steps.ruleBroken, key: keys.ruleBroken, does: 'rule-broken' },
    { code: steps.stop, key: keys.stop, does: 'stop' },
  ];
}
