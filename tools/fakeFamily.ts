/** A parent and child at play, for tests and demos. `node tools/fakeFamily.ts [FOLDER]` prints the paths. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '#server/processes/cacheFolder.ts';
import { FRAMES_PER_SECOND, writeFilm } from './fake-family/film.ts';
import { scheduleTurns } from './fake-family/schedule.ts';
import { FAMILY_MS, TURN_MS, TURNS } from './fake-family/script.ts';
import { soundtrack } from './fake-family/soundtrack.ts';
import { withRoomNoise } from './fake-family/roomNoise.ts';
import { speak } from './fake-family/speech.ts';
import { encodeWav } from '#tools/fake-family/wav.ts';

export type FakeFamily = { readonly video: string; readonly audio: string; readonly script: string };

/** Makes the family in this folder. By default it is made once, in a cache folder named after its inputs. */
export async function makeFakeFamily(outDir?: string): Promise<FakeFamily> {
  if (outDir) {
    await mkdir(outDir, { recursive: true });
    return make(outDir);
  }
  const folder = join(cacheFolder(process.env), `fake-family-${await recipe()}`);
  if (!existsSync(folder)) await makeWhole(folder);
  return filesIn(folder);
}

const filesIn = (folder: string): FakeFamily => ({
  video: join(folder, 'family.y4m'),
  audio: join(folder, 'family.wav'),
  script: join(folder, 'family.json'),
});

/** Changes when anything that makes the family changes. */
async function recipe(): Promise<string> {
  const folder = join(import.meta.dirname, 'fake-family');
  const parts = (await readdir(folder)).filter((file) => !file.endsWith('.test.ts')).sort();
  const sources = [import.meta.filename, ...parts.map((file) => join(folder, file))];
  const texts = await Promise.all(sources.map((file) => readFile(file)));
  return createHash('sha256').update(Buffer.concat(texts)).digest('hex').slice(0, 12);
}

/** Makes it elsewhere and renames it, so that nobody sees half a family. */
async function makeWhole(folder: string) {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-draft-`);
  try {
    await make(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another process was faster
  }
}

async function make(folder: string): Promise<FakeFamily> {
  const files = filesIn(folder);
  const turns = await Promise.all(TURNS.map((lines) => Promise.all(lines.map(speak))));
  const scheduled = scheduleTurns(turns, TURN_MS);
  await writeFile(files.audio, encodeWav(withRoomNoise(soundtrack(scheduled, FAMILY_MS))));
  const utterances = scheduled.map(({ who, text, code, startMs, endMs }) => ({ who, text, code, startMs, endMs }));
  await writeFilm(files.video, utterances, FAMILY_MS);
  const script = { lengthMs: FAMILY_MS, framesPerSecond: FRAMES_PER_SECOND, utterances };
  await writeFile(files.script, JSON.stringify(script, null, 2));
  return files;
}

if (import.meta.main) {
  const { video, audio, script } = await makeFakeFamily(process.argv[2]);
  console.log([video, audio, script].join('\n'));
}
