import type { CommandSequence, SequenceStep } from '#shared/domain/sequence/commandSequence.ts';
import { type SequenceRun, stepOf, takes } from './sequenceRun.ts';

/** A code that can be given now, and its key. */
export type SequenceAction = {
  readonly code: string;
  readonly key: string;
  readonly does:
    'done' | 'complied' | 'refused' | 'no-chance' | 'escape' | 'noise' | 'not-ready' | 'rule-broken' | 'stop';
};

/** The codes that can be given at this step, the usual ones first: the machine decides, others are not offered. */
export function sequenceActions(run: SequenceRun): readonly SequenceAction[] {
  const step = stepOf(run);
  const possible = allActions(run.context.sequence).filter(({ code }) => takes(run, code));
  return possible.filter(({ code, does }) => {
    // The machine also accepts talk and commands in mid-step, but they are not next steps.
    if (does === 'done') return dueAt(run.context.sequence, step).includes(code);
    return does !== 'stop' || step !== 'play';
  });
}

/** What the parent, or the child who sits down, does next if all goes well. */
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
