import type { CommandSequence } from '../sequence/commandSequence.ts';

type Answers = Pick<CommandSequence, 'commands' | 'complied' | 'refused' | 'noChance'>;
type Said = { readonly code: string; readonly at: number; readonly caregiverId?: string };

/**
 * Commands without a coded response, shown as open, whatever their score. Without `awaited`, each caregiver's last
 * command is left out, as its response may still come. Rule PDI2.
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
