import type { Program } from '#shared/domain/programs/program.ts';
import type { CodeId } from '#shared/protocol/ids.ts';
import { startOf } from '../sessionState.ts';
import { type Followed, followSequence } from './followSequence.ts';
import { wasCutOff } from './sequenceBanners.ts';

/** What happened to commands, apart from their codes. */
export type CommandFates = {
  /** A gap interrupted their follow-through, so they count nowhere. Rules PDI1, WIN5. */
  readonly interrupted: ReadonlySet<CodeId>;
  /** Their follow-through ended at this session time because time-out was contraindicated. Rule SEQ13. */
  readonly halted: ReadonlyMap<CodeId, number>;
};

export const NO_FATES: CommandFates = { interrupted: new Set(), halted: new Map() };

/** Whether a code is a command that a gap interrupted. If a review changed its code, it is no longer a command. */
export function isInterrupted(
  { codeId, code }: { readonly codeId: CodeId; readonly code: string },
  { phases }: Program,
  { interrupted }: Pick<CommandFates, 'interrupted'>,
): boolean {
  return interrupted.has(codeId) && phases.some(({ sequence }) => sequence?.commands.includes(code) === true);
}

export function commandFates(session: Followed, program: Program): CommandFates {
  const context = followSequence(session, program)?.context;
  const past = context?.past ?? [];
  const open = [context?.current, context?.left].flatMap((one) =>
    one?.command
      ? [{ codeId: one.command.codeId, from: one.from, to: one.praiseBy ?? nextWindow(session, one.from) }]
      : [],
  );
  const cut = [...past, ...open].filter(({ from, to }) => wasCutOff(session, from, to));
  return {
    interrupted: new Set(cut.flatMap(({ codeId }) => codeId ?? [])),
    halted: new Map(
      past.flatMap(({ codeId, to, halted }) => (halted && codeId !== undefined ? [[codeId, to] as const] : [])),
    ),
  };
}

/** An open command does not wait for its response in somebody's next window. */
function nextWindow({ windows }: Pick<Followed, 'windows'>, after: number): number {
  return windows.map(startOf).find((start) => start !== undefined && start > after) ?? Infinity;
}
