import { z } from 'zod';
import { findByCriteria, findProgram } from '#shared/domain/programs/findProgram.ts';
import type { CodeDefinition, Program } from '#shared/domain/programs/program.ts';
import { semanticFaults } from './semanticFaults.ts';
import type { TranscriptFault } from './transcriptFault.ts';

/** The coded transcript: the one format for export, import, the command line, tests and research. */
export const TRANSCRIPT_FORMAT = 'earshot-transcript/1';

/** More windows than a long day has, and more spans than the clock of one window can have. */
export const MAX_WINDOWS = 200;
export const MAX_SPANS = 2_000;

/** Whole ms of session time. */
const Moment = z.int('must be a whole number of milliseconds').nonnegative('must not be negative');
const Id = z.string().min(1);

/** A value out of a list. Without a list, because the program is unknown, any text. */
function oneOf(known: readonly string[] | undefined, what: string) {
  return z.string().refine((value) => known === undefined || known.includes(value), {
    error: ({ input }) => `“${String(input)}” is no ${what} of this program`,
  });
}

function transcriptSchema(program: Program | undefined) {
  const code = oneOf(program && transcriptCodes(program).map((one) => one.code), 'code');
  const kind = oneOf(
    program && [...program.phases, ...(program.observation?.situations ?? [])].map(({ id }) => id),
    'treatment phase',
  );
  return z.strictObject({
    format: z.literal(TRANSCRIPT_FORMAT),
    programme: z.string(),
    criteria: z.string(),
    session: z.strictObject({ id: Id, startedAt: z.iso.datetime({ offset: true }).optional() }).optional(),
    caregiver: z.string().optional(),
    coder: z.string().optional(),
    windows: z
      .array(
        z.strictObject({
          id: Id,
          /** A treatment phase of the program. */
          kind,
          /** Half-open spans `[from, to)` in which the window's clock ran. */
          spans: z.array(z.tuple([Moment, Moment])).max(MAX_SPANS, `must be at most ${MAX_SPANS}`),
          void: z.boolean().optional(),
        }),
      )
      .max(MAX_WINDOWS, `must be at most ${MAX_WINDOWS}`),
    events: z.array(
      z.strictObject({
        id: Id,
        at: Moment,
        code: code.optional(),
        /** Replaces `code` if the coder saw two. Rules COD3, COD4. */
        candidates: z.array(code).min(2, 'must name at least two').optional(),
        mode: z.enum(['both', 'unsure']).optional(),
        effective: z.boolean().optional(),
        void: z.boolean().optional(),
        retracted: z.boolean().optional(),
        text: z.string().optional(),
      }),
    ),
  });
}

export type Transcript = z.infer<ReturnType<typeof transcriptSchema>>;
export type TranscriptEvent = Transcript['events'][number];

/** The codes that a transcript may have: the parent's, the child's, and the steps that others can read. */
export function transcriptCodes({ codes }: Pick<Program, 'codes'>): readonly CodeDefinition[] {
  return codes.filter(({ stream, inTranscript }) => stream !== 'coach' && inTranscript !== false);
}

type ReadTranscript =
  | { readonly ok: true; readonly transcript: Transcript; readonly program: Program }
  | { readonly ok: false; readonly faults: readonly TranscriptFault[] };

/** Reads a transcript. One with a fault is refused as a whole, and every fault is reported. */
export function readTranscript(raw: unknown): ReadTranscript {
  const { program, faults } = programNamedBy(raw);
  const parsed = transcriptSchema(program).safeParse(raw);
  const shape = parsed.error?.issues.flatMap(faultsOf) ?? [];
  const all = [...shape, ...faults, ...semanticFaults(raw, program)];
  if (parsed.success && program !== undefined && all.length === 0) {
    return { ok: true, transcript: parsed.data, program };
  }
  return { ok: false, faults: all };
}

const Head = z.looseObject({ programme: z.string(), criteria: z.string() });

/** The program in the named version. A name that is not text is a fault of shape and reported as that. */
function programNamedBy(raw: unknown): {
  readonly program: Program | undefined;
  readonly faults: readonly TranscriptFault[];
} {
  const head = Head.safeParse(raw);
  if (!head.success) return { program: undefined, faults: [] };
  const { programme: id, criteria } = head.data;
  const program = findByCriteria(id, criteria);
  if (program !== undefined) return { program, faults: [] };
  const fault: TranscriptFault =
    findProgram(id) === undefined
      ? { path: ['programme'], says: `“${id}” is not a known program` }
      : { path: ['criteria'], says: `“${criteria}” is not a known version of “${id}”` };
  return { program: undefined, faults: [fault] };
}

function faultsOf(issue: z.core.$ZodIssue): TranscriptFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], says: 'is not part of the format' }));
  }
  return [{ path: issue.path, says: issue.message }];
}
