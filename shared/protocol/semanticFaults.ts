import { z } from 'zod';
import type { Program } from '#shared/domain/programs/program.ts';
import { candidateOrders } from '#shared/domain/scoring/resolveCandidates.ts';
import type { TranscriptFault } from './transcriptFault.ts';

/** The readable parts of a broken transcript, so that all faults are reported at once. */
const Skimmed = z
  .object({
    windows: z
      .array(
        z
          .object({
            id: z.string().optional().catch(undefined),
            spans: z.array(z.tuple([z.number(), z.number()]).nullable().catch(null)).catch([]),
          })
          .catch({ id: undefined, spans: [] }),
      )
      .catch([]),
    events: z
      .array(
        z
          .object({
            id: z.string().optional().catch(undefined),
            code: z.unknown().optional(),
            candidates: z.unknown().optional(),
            mode: z.unknown().optional(),
            effective: z.unknown().optional(),
            void: z.unknown().optional(),
          })
          // A value that is not an event, or a code that is not text, is already a fault of shape.
          .catch({
            id: undefined,
            code: null,
            candidates: undefined,
            mode: undefined,
            effective: undefined,
            void: undefined,
          }),
      )
      .catch([]),
  })
  .catch({ windows: [], events: [] });
type Skimmed = z.infer<typeof Skimmed>;

export function semanticFaults(raw: unknown, program: Program | undefined): readonly TranscriptFault[] {
  const { windows, events } = Skimmed.parse(raw);
  return [
    ...repeatedIds(windows, 'windows'),
    ...repeatedIds(events, 'events'),
    ...windows.flatMap(({ spans }, index) => spanFaults(spans, ['windows', index, 'spans'])),
    ...events.flatMap((event, index) => codeFaults(event, program, ['events', index])),
  ];
}

function repeatedIds(items: readonly { readonly id?: string | undefined }[], list: string): TranscriptFault[] {
  const firstAt = new Map<string, number>();
  return items.flatMap(({ id }, index) => {
    if (id === undefined) return [];
    const first = firstAt.get(id);
    if (first === undefined) firstAt.set(id, index);
    return first === undefined ? [] : [{ path: [list, index, 'id'], says: `is also the id of ${list}[${first}]` }];
  });
}

type Path = TranscriptFault['path'];

/** Each overlap is reported at the later of the two. */
function spanFaults(spans: Skimmed['windows'][number]['spans'], path: Path): TranscriptFault[] {
  const overlapped = overlapsIn(spans);
  return spans.flatMap((span, index) => {
    if (span === null) return [];
    if (span[0] > span[1]) return [{ path: [...path, index], says: 'ends before it begins' }];
    const other = overlapped.get(index);
    return other === undefined ? [] : [{ path: [...path, index], says: `overlaps spans[${other}]` }];
  });
}

/** Which spans overlap an earlier one, by index: each is compared with the one that ends last. */
function overlapsIn(spans: Skimmed['windows'][number]['spans']): ReadonlyMap<number, number> {
  const inOrder = spans
    .flatMap((span, index) => (span !== null && span[0] < span[1] ? [{ from: span[0], to: span[1], index }] : []))
    .toSorted((one, other) => one.from - other.from);
  const found = new Map<number, number>();
  let [furthest] = inOrder;
  for (const span of inOrder.slice(1)) {
    if (furthest === undefined) break;
    if (span.from < furthest.to) {
      const [first, later] = [Math.min(span.index, furthest.index), Math.max(span.index, furthest.index)];
      found.set(later, Math.min(first, found.get(later) ?? first));
    }
    if (span.to > furthest.to) furthest = span;
  }
  return found;
}

function codeFaults(event: Skimmed['events'][number], program: Program | undefined, path: Path): TranscriptFault[] {
  const { code, candidates, mode } = event;
  const fault = (is: boolean, key: string, says: string) => (is ? [{ path: [...path, key], says }] : []);
  const given = Array.isArray(candidates) ? candidates : [code];
  return [
    ...fault(code === undefined && candidates === undefined, 'code', 'is missing, and so are candidates'),
    ...fault(code !== undefined && candidates !== undefined, 'candidates', 'cannot stand beside a code'),
    ...fault(candidates === undefined && mode !== undefined, 'mode', 'is only allowed with candidates'),
    ...fault(candidates !== undefined && mode === undefined, 'mode', 'is missing: “both” or “unsure”'),
    ...fault(new Set(given).size < given.length, 'candidates', 'names a code twice'),
    ...(program === undefined ? [] : programFaults(program, event, given, fault)),
  ];
}

function programFaults(
  program: Program,
  { effective, void: isVoid }: Skimmed['events'][number],
  given: readonly unknown[],
  fault: (is: boolean, key: string, says: string) => TranscriptFault[],
): TranscriptFault[] {
  const sequences = program.phases.flatMap(({ sequence }) => sequence ?? []);
  const none = (codes: readonly string[]) => !given.some((one) => codes.some((code) => code === one));
  const direct = sequences.flatMap((sequence) => sequence.direct);
  const commands = sequences.flatMap((sequence) => sequence.commands);
  return [
    ...fault(isMixed(program, given), 'candidates', 'must be codes that this program ranks in one order'),
    ...fault(effective !== undefined && none(direct), 'effective', 'is only allowed on a direct command'),
    ...fault(isVoid === true && none(commands), 'void', 'is only allowed on a command'),
  ];
}

/** Whether no single order of the program has all of them. Unknown codes are reported elsewhere. */
function isMixed(program: Program, given: readonly unknown[]): boolean {
  if (given.length < 2) return false;
  const codes = given.filter((one) => program.codes.some(({ code }) => code === one));
  return !candidateOrders(program).some((order) => codes.every((one) => order.some((code) => code === one)));
}
