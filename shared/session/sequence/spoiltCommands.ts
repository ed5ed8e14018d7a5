import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { CodeId } from '#shared/protocol/ids.ts';
import type { SessionState } from '../sessionState.ts';
import { type Followed, followSequence } from './followSequence.ts';
import { wasCutOff } from './sequenceBanners.ts';

/** The commands whose follow-through was cut off by a gap: they count nowhere. Rules PDI1, WIN5. */
export function spoiltCommands(
  session: Followed & Pick<SessionState, 'gaps'>,
  programme: Programme,
): ReadonlySet<CodeId> {
  const context = followSequence(session, programme)?.context;
  const current = context?.current?.command;
  const open =
    context?.current && current
      ? [{ codeId: current.codeId, from: context.current.from, to: context.current.praiseBy ?? Infinity }]
      : [];
  const all = [...(context?.past ?? []), ...open].filter(({ from, to }) => wasCutOff(session, from, to));
  return new Set(all.flatMap(({ codeId }) => codeId ?? []));
}
