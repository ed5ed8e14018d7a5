import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { TranscriptLine } from '#shared/session/review/transcriptLine.ts';

/** What a reader can filter the transcript by. A line may match several. */
export const FACETS = ['parent', 'child', 'procedure', 'coach', 'uncoded', 'changed', 'session', 'remarks'] as const;
export type Facet = (typeof FACETS)[number];

export type TranscriptFilter = {
  /** Empty: all of them. */
  readonly facets: ReadonlySet<Facet>;
  /** The coder whose codes are shown, or '' for everybody. */
  readonly coder: string;
  readonly query: string;
};

export const EVERYTHING: TranscriptFilter = { facets: new Set(), coder: '', query: '' };

/** The kinds that a line matches. */
export function facetsOf(line: TranscriptLine): readonly Facet[] {
  switch (line.type) {
    case 'code':
      return [line.stream ?? 'parent', ...(line.standing.is === 'given' ? [] : (['changed'] as const))];
    case 'words':
      return [line.speaker ?? 'parent'];
    case 'uncoded':
      return ['uncoded'];
    case 'prompt':
    case 'voice':
      return ['coach'];
    case 'step':
      return ['procedure'];
    case 'phase':
    case 'window':
    case 'gap':
      return ['session'];
    case 'note':
    case 'bookmark':
    case 'comment':
      return ['remarks'];
  }
}

/** The lines that match a filter. A code matches only that code; other queries match names, codes and words. */
export function filterLines(
  lines: readonly TranscriptLine[],
  { facets, coder, query }: TranscriptFilter,
  program: Program,
): readonly TranscriptLine[] {
  const wanted = query.trim().toLowerCase();
  const isCode = program.codes.some(({ code }) => code.toLowerCase() === wanted);
  return lines.filter((line) => {
    if (facets.size > 0 && !facetsOf(line).some((facet) => facets.has(facet))) return false;
    if (coder !== '' && !(line.type === 'code' && line.coder.participantId === coder)) return false;
    if (wanted === '') return true;
    const codes = codesOf(line);
    if (isCode) return codes.some((code) => code.toLowerCase() === wanted);
    const names = codes.map((code) => findCode(program, code)?.name ?? code);
    return [...names, ...wordsOf(line)].some((text) => text.toLowerCase().includes(wanted));
  });
}

/** Everybody who gave a code, in the order of their first. */
export function codersIn(
  lines: readonly TranscriptLine[],
): readonly { readonly value: string; readonly label: string }[] {
  const coders = new Map<string, string>();
  for (const line of lines) if (line.type === 'code') coders.set(line.coder.participantId, line.coder.name);
  return [...coders].map(([value, label]) => ({ value, label }));
}

export function countFacets(lines: readonly TranscriptLine[]): ReadonlyMap<Facet, number> {
  const counts = new Map<Facet, number>();
  for (const line of lines) for (const facet of facetsOf(line)) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  return counts;
}

function codesOf(line: TranscriptLine): readonly string[] {
  if (line.type === 'prompt') return [line.skill, line.coachCode].filter((code) => code !== undefined);
  if (line.type !== 'code') return [];
  return [line.code, ...(line.standing.is === 'corrected' ? [line.standing.to] : []), ...(line.candidates ?? [])];
}

function wordsOf(line: TranscriptLine): readonly string[] {
  const said = 'words' in line && line.words !== undefined ? [line.words.text] : [];
  const written = 'text' in line ? [line.text] : [];
  const why = line.type === 'code' && 'why' in line.standing ? [line.standing.why] : [];
  return [...said, ...written, ...why, ...(line.type === 'bookmark' ? [line.label] : [])];
}
