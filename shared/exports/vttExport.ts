import { findCode } from '#shared/domain/programs/program.ts';
import { notCountedWords } from './exportedCodes.ts';
import { exportedRecords } from './exportedRecords.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { plainLine } from './plainLine.ts';
import { REVIEWED_ID } from './recordTitle.ts';
import { remarkLines } from './sessionRemarks.ts';
import { vttTime } from './vttTime.ts';

/** How long a code is shown, in ms. */
const CUE_MS = 2_000;

/** WebVTT captions in session time, each in the voice of its record: a coder's or a review's. Rules REL9, REV3. */
export function vttExport(scene: ExportScene): string {
  const cues = exportedRecords(scene)
    .filter(({ of }) => of !== 'undone')
    .flatMap(({ coder, title, codes }) =>
      codes.map((code) => ({ ...code, title, record: coder?.recordId ?? REVIEWED_ID })),
    )
    .toSorted((one, other) => one.at - other.at)
    .map(({ id, at, code, record, title, text, outside, isVoid }) => {
      const name = findCode(scene.program, code)?.name ?? '';
      const words = [code, name, text, ...notCountedWords({ outside, isVoid })]
        .filter((part) => part !== '')
        .join(' · ');
      const timing = `${vttTime(at)} --> ${vttTime(at + CUE_MS)}`;
      return `${record}/${id}\n${timing}\n<v ${voice(title)}>${cueText(words)}</v>`;
    });
  const remarks = remarkLines(scene).map((line) => `NOTE\n${plainLine(line).replaceAll('-->', '→')}`);
  return ['WEBVTT', `NOTE\nSession ${scene.sessionId}, in session time`, ...remarks, ...cues].join('\n\n') + '\n';
}

/** Text in one line without markup. */
function cueText(text: string): string {
  return plainLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A record's title as a cue's voice, which ends at the first `>`. */
function voice(name: string): string {
  return cueText(name).trim() || '–';
}
