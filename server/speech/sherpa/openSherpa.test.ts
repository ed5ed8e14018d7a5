import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const PROCESS = join(import.meta.dirname, '../speechProcess.ts');

/** A model folder with these files, named like those of a Whisper model. */
async function aModel(fill: (file: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-model-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await fill(join(folder, 'tiny-encoder.onnx'));
  await fill(join(folder, 'tiny-decoder.onnx'));
  await writeFile(join(folder, 'tiny-tokens.txt'), 'YQ== 0\n');
  return folder;
}

/** The last message of the speech process when it gets this model and no sound, and its exit. */
function startWith(folder: string): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [PROCESS, folder], (error, said) =>
      resolve({ code: error ? Number(error.code) : 0, said: said.trim().split('\n').at(-1) ?? '' }),
    );
    child.stdin?.end();
  });
}

const A_MODEL_OF_ANOTHER_KIND = createRequire(import.meta.url).resolve('@ricky0123/vad-web/dist/silero_vad_v5.onnx');

test.for([
  { files: 'empty', fill: (file: string) => writeFile(file, '') },
  { files: 'no models at all', fill: (file: string) => writeFile(file, 'not a model') },
  { files: 'models of another kind', fill: (file: string) => copyFile(A_MODEL_OF_ANOTHER_KIND, file) },
])('a model whose files are $files is refused with a message that names its folder', async ({ fill }) => {
  const folder = await aModel(fill);
  const { code, said } = await startWith(folder);
  expect(JSON.parse(said)).toEqual({
    type: 'failed',
    words: `${folder}: sherpa-onnx could not read this model, taken for whisper. Its own message is in the server’s log.`,
  });
  expect(code).toBe(1);
});
