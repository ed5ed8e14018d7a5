/**
 * Transcribes a sound in a process of its own with the lowest priority, so that live sessions on the same machine are
 * not disturbed and a failure here harms nothing else. `node server/speech/speechProcess.ts [MODEL_FOLDER]` reads
 * 32-bit samples (mono, 16 kHz) from standard input and writes one `SpeechMessage` per line to standard output.
 */
import { constants, setPriority } from 'node:os';
import { transcribeSound } from './transcribeSound.ts';
import { readPcm } from './readPcm.ts';
import { openSherpa } from './sherpa/openSherpa.ts';
import type { SpeechMessage } from './speechMessage.ts';
import { openSpeechModel } from './speechModel.ts';

setPriority(constants.priority.PRIORITY_LOW);

const say = (message: SpeechMessage) => process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const folder = process.argv[2];
  const engine = folder === undefined ? undefined : await openSherpa(folder);
  const model = await openSpeechModel();
  await transcribeSound(readPcm(process.stdin), { model, engine, say });
} catch (error) {
  say({ type: 'failed', words: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
