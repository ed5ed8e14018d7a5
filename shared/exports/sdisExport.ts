import { spansUntil } from '#shared/domain/codingWindow.ts';
import { distinct } from './distinct.ts';
import { exportedRecords } from './exportedRecords.ts';
import { closedAt, type ExportScene } from '#shared/session/exportScene.ts';
import { plainLine } from './plainLine.ts';
import { remarkLines } from './sessionRemarks.ts';

/**
 * As timed event sequences of SDIS for GSEQ, in seconds: one for each record of each caregiver, and one with windows as
 * states. Undone codes are left out, because the format cannot express them.
 */
export function sdisExport(scene: ExportScene): string {
  const { state, sessionId } = scene;
  const end = closedAt(state);
  const records = exportedRecords(scene).filter((record) => record.of !== 'undone');
  const sequences = [
    ...records.flatMap(({ title, codes }) =>
      state.caregivers.map(({ caregiverId, name }) => {
        const own = codes.filter((code) => code.caregiverId === caregiverId);
        const events = own.map(({ at, code }) => `${symbol(code)},${seconds(at)}`);
        return sequence(recordLabel(title, name), events, Math.max(end, ...own.map(({ at }) => at + 1)));
      }),
    ),
    ...state.caregivers.map(({ caregiverId, name }) => {
      const own = state.windows.filter((window) => window.caregiverId === caregiverId);
      const events = own.flatMap((window) =>
        spansUntil(window, end).map(([from, to]) => `${windowSymbol(window.kind)},${seconds(from)}-${seconds(to)}`),
      );
      return sequence(recordLabel('Windows', name), events, end);
    }),
  ].flatMap((one) => one ?? []);
  const titles = distinct(sequences.map(({ title }) => title)).map(plain);
  return [
    `% Earshot, session ${sessionId} %`,
    'Timed <seconds>;',
    ...remarkLines(scene).map(comment),
    ...sequences.map(({ lines }, index) => `<${index + 1} ${titles[index] ?? ''}>\n${lines.join('\n')} /`),
    '',
  ].join('\n');
}

/** A text between percent signs, which it cannot contain itself. */
function comment(text: string): string {
  return `% ${plainLine(text).replaceAll(/\s*%/gu, ' percent')} %`;
}

type Sequence = { readonly title: string; readonly lines: readonly string[] };

function sequence(title: string, events: readonly string[], end: number): Sequence | undefined {
  if (events.length === 0) return undefined;
  return { title, lines: [`,${seconds(0)}`, ...events, `,${seconds(end)}`] };
}

function seconds(ms: number): string {
  return (Math.round(ms) / 1_000).toFixed(3);
}

/** A window as a state, in the characters of SDIS; no code looks like it, as codes have only capitals and digits. */
function windowSymbol(kind: string): string {
  return `in_${symbol(kind)}`;
}

/** The characters of an SDIS code: letters, digits and underscores. */
function symbol(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/gu, '_');
}

const LONGEST_LABEL = 60;
/** How much of a caregiver's long name is kept. */
const LONGEST_NAME = 24;

/** A sequence's label. If it is too long, names are cut and not its end, which tells sequences apart. */
function recordLabel(title: string, caregiver: string): string {
  const [, coder = title, kind = ''] = /^(.*?)((?: \((?:recording|imported|\d+)\))*, [a-z ]+)$/su.exec(title) ?? [];
  const end = [cut(plain(kind), LONGEST_LABEL), cut(plain(caregiver), LONGEST_NAME)].filter((part) => part !== '');
  const room = LONGEST_LABEL - end.join(' ').length - 1;
  return [cut(plain(coder), room), ...end].filter((part) => part !== '').join(' ') || 'unnamed';
}

/** What is allowed between `<` and `>`: letters of any script, digits and spaces. */
function plain(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

function cut(text: string, longest: number): string {
  return Array.from(text).slice(0, longest).join('').trim();
}
