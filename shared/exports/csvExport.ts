import Papa from 'papaparse';
import { spansUntil } from '#shared/domain/codingWindow.ts';
import { gapWords } from '#shared/domain/gapCauses.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { gapCausesIn } from '#shared/session/sight/gapCauses.ts';
import { agreementText, exportedAgreements } from './exportedAgreements.ts';
import { type ExportedCode, exportedCodes, nameOf } from './exportedCodes.ts';
import { closedAt, instantOf, type ExportScene, isLong } from '#shared/session/exportScene.ts';
import { REVIEWED_ID } from './recordTitle.ts';
import { contraindicationRemarks, sessionNotes } from './sessionRemarks.ts';

/** The columns of the table, in order. Each row is one event; cells that do not apply are empty. */
const CSV_COLUMNS = [
  'session_id',
  'session_started_at',
  'programme',
  'programme_version',
  'kind',
  'id',
  'at_ms',
  'until_ms',
  'caregiver_id',
  'caregiver',
  'window_id',
  'window_kind',
  'record_id',
  'coder_id',
  'coder',
  'source',
  'independent',
  'stream',
  'code',
  'code_given',
  'counts',
  'outside',
  'stands',
  'undone',
  'corrected',
  'added',
  'reason',
  'candidates',
  'mode',
  'effective',
  'void',
  'skill',
  'delivered',
  'text',
] as const;
type Column = (typeof CSV_COLUMNS)[number];
type Row = Partial<Record<Column, string | number | boolean>> & { readonly kind: string; readonly at_ms: number };

/**
 * The session as one tidy table by RFC 4180, in session time: codes of every coder, spans of windows, stops of their
 * clocks, gaps, phases, prompts, utterances, notes and agreement of coders. `unescapeCell` restores the text of a cell.
 */
export function csvExport(scene: ExportScene): string {
  const { sessionId, state } = scene;
  const common = {
    session_id: sessionId,
    session_started_at: instantOf(scene, 0),
    programme: state.program,
    programme_version: state.programVersion,
  };
  const rows = rowsOf(scene)
    .toSorted((one, other) => one.at_ms - other.at_ms)
    .map((row) => CSV_COLUMNS.map((column) => cellOf({ ...common, ...row }[column])));
  return BYTE_ORDER_MARK + Papa.unparse({ fields: [...CSV_COLUMNS], data: rows }, { newline: '\r\n' }) + '\r\n';
}

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Places where a spreadsheet could see a formula begin, with any separator: at the start, and after a semicolon, a tab
 * or a line break, even behind quotation marks, spaces of any width or invisible characters.
 */
const FORMULA_START = /(?<=(?:^|[;\t\r\n])["\p{Z}\p{Cf}]*)(?=['=+\-@\t\r\n＝＋－＠])/gu;
const ESCAPED_START = /(?<=(?:^|[;\t\r\n])["\p{Z}\p{Cf}]*)'/gu;

/**
 * A text as a cell that no spreadsheet runs. It gets an apostrophe in front if it begins like a formula or with an
 * apostrophe, so that removing one always restores the text.
 */
export function escapeCell(text: string): string {
  return text.replace(FORMULA_START, "'");
}

/** The text that a cell was made from. */
export function unescapeCell(cell: string): string {
  return cell.replace(ESCAPED_START, '');
}

function cellOf(value: string | number | boolean | undefined): string {
  return typeof value === 'string' ? escapeCell(value) : String(value ?? '');
}

function rowsOf(scene: ExportScene): readonly Row[] {
  const { state } = scene;
  const end = closedAt(state);
  const caregiver = (id: CaregiverId) => {
    return { caregiver_id: id, caregiver: state.caregivers.find(({ caregiverId }) => caregiverId === id)?.name ?? '' };
  };
  const windows = state.windows.flatMap((window): Row[] => {
    const { windowId, kind, caregiverId, stops } = window;
    const about = { window_id: windowId, window_kind: kind, ...caregiver(caregiverId) };
    const standing = windowStanding(window, end);
    const why = typeof standing.why === 'object' ? standing.why.reason : standing.why && gapWords(standing.gaps);
    return [
      ...spansUntil(window, end).map(([from, to]): Row => {
        const span = { at_ms: Math.round(from), until_ms: Math.round(to) };
        return { kind: 'window', ...about, ...span, void: standing.is === 'void', reason: why ?? '' };
      }),
      ...stops.filter(isLong).map((stop): Row => {
        const span = { at_ms: Math.round(stop.from), until_ms: Math.round(stop.to ?? end) };
        const reason = stop.why === 'gap' ? gapWords([stop.causes]) : '';
        return { kind: `stop:${stop.why}`, ...about, ...span, reason };
      }),
    ];
  });
  const phases = state.phases.map(({ phase, since }, index): Row => {
    const until = state.phases[index + 1]?.since ?? since;
    return { kind: 'phase', at_ms: Math.round(since), until_ms: Math.round(until), text: phase };
  });
  const gaps = state.gaps.filter(isLong).map((gap): Row => {
    const span = { at_ms: Math.round(gap.from), until_ms: Math.round(gap.to ?? end) };
    return { kind: 'gap', ...span, reason: gapWords([gapCausesIn(state, gap)]) };
  });
  const prompts = state.prompts.map(({ promptId, sentAt, caregiverId, text, skill, coachCode, deliveries }): Row => {
    const outcome = Object.values(deliveries).join(' ');
    const said = { stream: 'coach', code: coachCode ?? '', skill: skill ?? '', delivered: outcome, text };
    return { kind: 'prompt', id: promptId, at_ms: Math.round(sentAt), ...caregiver(caregiverId), ...said };
  });
  const utterances = state.review.utterances.map(({ utteranceId, heardAt, speaker, text, by }): Row => {
    const who = { coder_id: by, coder: nameOf(state, by), stream: speaker };
    return { kind: 'utterance', id: utteranceId, at_ms: Math.round(heardAt), ...who, text };
  });
  const notes = sessionNotes(scene).map(({ noteId, at, author, text }): Row => {
    return { kind: 'note', id: noteId, at_ms: at, coder_id: author, coder: nameOf(state, author), text };
  });
  const flags = contraindicationRemarks(scene).map(({ at, until, text }): Row => {
    return { kind: 'contraindication', at_ms: at, until_ms: until, text };
  });
  const agreements = exportedAgreements(scene).map((one): Row => {
    const { windowId, kind, spans } = one.pair;
    const [from, to] = [spans[0]?.[0] ?? end, spans.at(-1)?.[1] ?? end];
    const about = {
      window_id: windowId,
      window_kind: kind,
      ...(one.caregiver && caregiver(one.caregiver.caregiverId)),
    };
    const span = { at_ms: Math.round(from), until_ms: Math.round(to) };
    return { kind: 'agreement', ...span, ...about, text: agreementText(one, scene) };
  });
  const kindOf = new Map(state.windows.map(({ windowId, kind }) => [windowId, kind]));
  const codes = exportedCodes(scene).map((code): Row => {
    const kind = code.windowId === null ? undefined : kindOf.get(code.windowId);
    return { ...codeRow(code), ...caregiver(code.caregiverId), window_kind: kind ?? '' };
  });
  return [...phases, ...windows, ...gaps, ...flags, ...prompts, ...utterances, ...notes, ...codes, ...agreements];
}

function codeRow(code: ExportedCode): Row {
  const { coder, windowId, candidates, mode, reason, isVoid } = code;
  return {
    kind: 'code',
    id: code.id,
    at_ms: code.at,
    window_id: windowId ?? '',
    // A code that a review added is in no coder's own record.
    record_id: code.added ? REVIEWED_ID : coder.recordId,
    coder_id: coder.participantId,
    coder: coder.name,
    source: sourceOf(code),
    ...(coder.independent !== null && { independent: coder.independent }),
    stream: code.stream,
    code: code.code,
    code_given: code.given,
    counts: code.counts,
    outside: code.outside,
    stands: code.stands,
    undone: code.undone,
    corrected: code.corrected,
    added: code.added,
    reason: reason ?? '',
    candidates: candidates.join(' '),
    mode: mode ?? '',
    effective: code.effective,
    void: isVoid,
    text: code.text,
  };
}

/** Where a code comes from: the lead coach, an observer, a review, or a second coding. */
function sourceOf({ coder, byLead, added }: ExportedCode): string {
  if (coder.source !== 'live') return coder.source;
  if (added) return 'review';
  return byLead ? 'lead' : 'observer';
}
