import type { Span } from '../codingWindow.ts';

/** The time that one coder coded in a session: spans of windows that count, and of windows that do not. */
export type CodedSpans = { readonly counting: readonly Span[]; readonly voided: readonly Span[] };

/**
 * The spans that both coded, in order and without overlaps. Time outside them cannot be compared, because one of
 * the two was not coding. A coder without any counting window sets no limit; null if neither has one. Rule REL9.
 */
export function commonSpans(one: CodedSpans, other: CodedSpans): readonly Span[] | null {
  const both = [one, other].filter(({ counting }) => counting.length > 0).map(({ counting }) => merged(counting));
  const [first, second = first] = both;
  if (first === undefined || second === undefined) return null;
  const shared = first.flatMap(([from, to]) =>
    second.flatMap(([start, end]): readonly Span[] => {
      const span: Span = [Math.max(from, start), Math.min(to, end)];
      return span[0] < span[1] ? [span] : [];
    }),
  );
  return [...one.voided, ...other.voided].reduce<readonly Span[]>(without, shared);
}

/** The same time in as few spans as possible. */
function merged(spans: readonly Span[]): readonly Span[] {
  return spans
    .toSorted(([one], [other]) => one - other)
    .reduce<readonly Span[]>((done, [from, to]) => {
      const last = done.at(-1);
      if (last === undefined || last[1] < from) return [...done, [from, to]];
      return [...done.slice(0, -1), [last[0], Math.max(last[1], to)]];
    }, []);
}

function without(spans: readonly Span[], [start, end]: Span): readonly Span[] {
  return spans.flatMap(([from, to]) =>
    (
      [
        [from, Math.min(to, start)],
        [Math.max(from, end), to],
      ] as const
    ).filter(([one, other]) => one < other),
  );
}
