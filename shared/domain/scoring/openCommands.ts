import type { CommandSequence } from '../sequence/commandSequence.ts';

type Answers = Pick<CommandSequence, 'commands' | 'complied' | 'refused' | 'noChance'>;
type Said = { readonly code: string; readonly at: number; readonly caregiverId?: string };

/**
 * The commands whose answer of the child's was never coded: another command came first, or nothing more. They are shown
 * as open, whatever the score makes of them. With `awaited` left out, the last command of each caregiver is not among
 * them: its answer may still come. Rule PDI2.
 */
export function openCommands<C extends Said>(
  codes: readonly C[],
  { commands, complied, refused, noChance }: Answers,
  awaited: 'with the last' | 'without the last',
): ReadonlySet<C> {
  const turns = [...commands, complied, refused, noChance];
  const open = new Set<C>();
  const byCaregiver = Map.groupBy(codes, ({ caregiverId }) => caregiverId);
  for (const own of byCaregiver.values()) {
    const said = own.filter(({ code }) => turns.includes(code)).toSorted((one, other) => one.at - other.at);
    for (const [index, command] of said.entries()) {
      if (!commands.includes(command.code)) continue;
      const next = said[index + 1];
      if (next === undefined ? awaited === 'with the last' : commands.includes(next.code)) open.add(command);
    }
  }
  return open;
}
