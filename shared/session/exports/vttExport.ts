import { findCode } from '#shared/domain/programmes/programme.ts';
import { exportedCodes, OUTSIDE_WORDS } from './exportedCodes.ts';
import type { ExportScene } from './exportScene.ts';
import { plainLine } from './plainLine.ts';
import { remarkLines } from './sessionRemarks.ts';
import { vttTime } from './vttTime.ts';

/** How long a code stays in sight, in ms. */
const CUE_MS = 2_000;

/** The codes that stand as cues of WebVTT in session time, each in its coder's voice: captions beside the recording. */
export function vttExport(scene: ExportScene): string {
  const cues = exportedCodes(scene)
    .filter(({ stands }) => stands)
    .map(({ id, at, code, coder, text, outside }) => {
      const name = findCode(scene.programme, code)?.name ?? '';
      const words = [code, name, text, outside ? OUTSIDE_WORDS : ''].filter((part) => part !== '').join(' · ');
      const timing = `${vttTime(at)} --> ${vttTime(at + CUE_MS)}`;
      return `${coder.recordId}/${id}\n${timing}\n<v ${voice(coder.name)}>${cueText(words)}</v>`;
    });
  const remarks = remarkLines(scene).map((line) => `NOTE\n${plainLine(line).replaceAll('-->', '→')}`);
  return ['WEBVTT', `NOTE\nSession ${scene.sessionId}, in session time`, ...remarks, ...cues].join('\n\n') + '\n';
}

/** Text in one line that is no markup. */
function cueText(text: string): string {
  return plainLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A name as a cue's voice, which ends at the first `>`. */
function voice(name: string): string {
  return cueText(name).trim() || '–';
}
