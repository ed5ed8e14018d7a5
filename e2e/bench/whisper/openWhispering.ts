import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeWav } from '#tools/fake-family/wav.ts';
import type { Earshot } from '../../earshot.ts';
import type { BenchTools } from '../bench.ts';
import { openBrowser } from '../openBrowser.ts';
import { chirpSound } from './chirps.ts';
import { listen } from './listen.ts';
import { openEar, openWhisper } from './whisperInto.ts';

const SOUND_S = 60;

export type Whispering = Awaited<ReturnType<typeof openWhispering>>;

/** An ear in the demo's session, and a coach whose microphone chirps. `hear` opens a call and measures its chirps, in ms. */
export async function openWhispering(earshot: Earshot, keep: BenchTools['keep']) {
  const folder = keep(await mkdtemp(join(tmpdir(), 'earshot-chirps-')), (path) => rm(path, { recursive: true }));
  const wav = join(folder, 'chirps.wav');
  await writeFile(wav, encodeWav(chirpSound(SOUND_S, Math.random).sound));
  const coachBrowser = keep(await openBrowser(wav), (browser) => browser.close());
  const earBrowser = keep(await openBrowser(), (browser) => browser.close());
  const ear = await openEar(earshot, earBrowser);
  const whisper = () => openWhisper(earshot, coachBrowser, ear);
  return {
    coachBrowser,
    earBrowser,
    ear,
    whisper,
    hear: async (): Promise<number[]> => {
      const coach = await whisper();
      const delays = await listen(coach, ear);
      await coach.context().close();
      return delays;
    },
  };
}
