import { spansUntil } from '#shared/domain/codingWindow.ts';
import { exportedCoders, exportedCodes } from './exportedCodes.ts';
import { closedAt, type ExportScene } from './exportScene.ts';

/**
 * The codes that stand as timed event sequences of SDIS, for GSEQ: a sequence for each coder's record of each caregiver,
 * with the session's end, in seconds; a window is a state with its onset and offset. What was taken back is left out, since
 * the format has no way to say so.
 */
export function sdisExport(scene: ExportScene): string {
  const { state, sessionId } = scene;
  const end = closedAt(state);
  const codes = exportedCodes(scene).filter(({ stands }) => stands);
  const sequences = exportedCoders(state).flatMap(({ recordId, name, source }) =>
    state.caregivers.flatMap((caregiver) => {
      const { caregiverId } = caregiver;
      const own = codes.filter((code) => code.coder.recordId === recordId && code.caregiverId === caregiverId);
      if (own.length === 0) return [];
      const states = state.windows
        .filter((window) => window.caregiverId === caregiverId)
        .flatMap(({ kind, ...window }) =>
          spansUntil({ ...window, kind }, end).map(([from, to]) => {
            return { at: from, text: `${windowCode(kind)},${seconds(from)}-${seconds(to)}` };
          }),
        );
      const points = own.map(({ at, code }) => ({ at, text: `${symbol(code)},${seconds(at)}` }));
      const events = [...states, ...points].toSorted((one, other) => one.at - other.at).map(({ text }) => text);
      const last = Math.max(end, ...own.map(({ at }) => at + 1));
      const title = label([name, source === 'live' ? '' : source, caregiver.name].filter(Boolean).join(' '));
      return [{ title, lines: [`,${seconds(0)}`, ...events, `,${seconds(last)}`] }];
    }),
  );
  return [
    `% Earshot, session ${sessionId} %`,
    'Timed <seconds>;',
    ...sequences.map(({ title, lines }, index) => `<${index + 1} ${title}>\n${lines.join('\n')} /`),
    '',
  ].join('\n');
}

function seconds(ms: number): string {
  return (Math.round(ms) / 1_000).toFixed(3);
}

/** A window as a state. Apart from every code, which are capitals and digits alone. */
function windowCode(kind: string): string {
  return `in_${symbol(kind)}`;
}

/** What SDIS takes as a code: letters, digits and low lines. */
function symbol(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/gu, '_');
}

/** What can stand between `<` and `>`: letters of any script, digits and spaces. */
function label(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .slice(0, 60) || 'unnamed'
  );
}
