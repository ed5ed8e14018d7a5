import type { Fact } from '#shared/protocol/facts.ts';
import type { CodeId } from '#shared/protocol/ids.ts';

export type LogFaults = { readonly lost: number; readonly doubled: number; readonly reordered: number };

/** How a log differs from what people pressed, each in order, once everything was acknowledged. */
export function logFaults(log: readonly Fact[], pressedByEach: readonly (readonly CodeId[])[]): LogFaults {
  const written = log.flatMap((fact) => (fact.type === 'code.recorded' ? [fact.codeId] : []));
  const places = new Map(written.map((codeId, place) => [codeId, place]));
  const gaps = log.filter(({ seq }, index) => seq !== index + 1).length;
  const found = pressedByEach.map((pressed) => pressed.flatMap((codeId) => places.get(codeId) ?? []));
  return {
    lost: pressedByEach.flat().filter((codeId) => !places.has(codeId)).length,
    doubled: written.length - places.size + gaps,
    reordered: found.reduce((sum, own) => sum + own.filter((place, at) => place < (own[at - 1] ?? -1)).length, 0),
  };
}
