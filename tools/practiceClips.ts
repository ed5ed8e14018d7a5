/**
 * The practice clips: short films of the fake family, with captions and the key they are scored against. `node
 * tools/practiceClips.ts` makes all, or those with the given ids.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ClipKey, ClipLine, ClipOffer } from '#shared/protocol/practice.ts';
import type { ClipCue } from './fake-family/clipCue.ts';
import { CLIP_SCRIPTS, type ClipScript } from './fake-family/clipScripts.ts';
import { type Line, TURN_MS } from './fake-family/script.ts';
import { writeFilm } from './fake-family/film.ts';
import { scheduleTurns } from './fake-family/schedule.ts';
import { type Cue, soundtrack } from './fake-family/soundtrack.ts';
import { speak } from './fake-family/speech.ts';
import { encodeWav } from '#tools/fake-family/wav.ts';
import { CLIP_FILES, CLIPS_FOLDER } from '#server/practice/practiceClips.ts';
import { vttTime } from '#shared/exports/vttTime.ts';

const run = promisify(execFile);

type Made = { readonly lines: readonly ClipLine[]; readonly sounds: readonly Cue[] };

export function offerOf({ id, title, about, program, treatmentPhase, lengthMs }: ClipScript): ClipOffer {
  return { id, title, about, program, treatmentPhase, lengthMs };
}

async function perform({ script }: ClipScript): Promise<Made> {
  if ('turns' in script) return performTurns(script.turns);
  const made = await Promise.all(script.cues.map(performCue));
  const lines = made.map(({ line }) => line);
  lines.forEach(({ text, from }, index) => {
    if (from < (lines[index - 1]?.at ?? 0)) throw new Error(`“${text}” begins before the line before it ends.`);
  });
  return { lines, sounds: made.flatMap(({ sound }) => sound ?? []) };
}

async function performTurns(script: readonly (readonly Line[])[]): Promise<Made> {
  const turns = await Promise.all(script.map((lines) => Promise.all(lines.map(speak))));
  const spoken = scheduleTurns(turns, TURN_MS);
  const lines = spoken.map(({ who, text, code, startMs: from, endMs: at }): ClipLine => {
    return { who, how: 'said', text, from, at, code };
  });
  return { lines, sounds: spoken };
}

async function performCue({ who, text, code, startMs: from, doneMs }: ClipCue) {
  if (doneMs !== undefined) {
    return { line: { who, how: 'done', text, from, at: from + doneMs, code } satisfies ClipLine, sound: undefined };
  }
  const { sound, ms } = await speak({ who, text });
  return {
    line: { who, how: 'said', text, from, at: from + ms, code } satisfies ClipLine,
    sound: { sound, startMs: from },
  };
}

/** Captions for people who cannot hear, with who speaks and what is done. */
export function captionsOf(lines: readonly ClipLine[]): string {
  const cues = lines.map(({ who, how, text, from, at }) => {
    const name = who === 'parent' ? 'Parent' : 'Child';
    const words = how === 'said' ? `<v ${name}>${name}: ${text}` : `[${name} ${text}]`;
    return `${vttTime(from)} --> ${vttTime(at)}\n${words}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

async function encode(film: string, sound: string, clip: string) {
  const video = ['-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '38', '-row-mt', '1', '-g', '75', '-cpu-used', '3'];
  const audio = ['-c:a', 'libopus', '-b:a', '24k', '-ac', '1', '-application', 'voip'];
  // A player seeks by clusters, and the demo's recording is made of them.
  const clusters = ['-cluster_time_limit', '1000'];
  const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags', '+bitexact'];
  await run('ffmpeg', [
    '-y',
    '-loglevel',
    'error',
    '-i',
    film,
    '-i',
    sound,
    ...video,
    ...audio,
    ...clusters,
    ...plain,
    clip,
  ]);
}

async function makeClip(script: ClipScript, workshop: string) {
  const { lines, sounds } = await perform(script);
  const [film, sound] = [join(workshop, 'film.y4m'), join(workshop, 'sound.wav')];
  const said = lines.filter(({ how }) => how === 'said');
  await writeFilm(
    film,
    said.map(({ who, from: startMs, at: endMs }) => ({ who, startMs, endMs })),
    script.lengthMs,
    { hasStrip: false },
  );
  await writeFile(sound, encodeWav(soundtrack(sounds, script.lengthMs)));
  await encode(film, sound, join(CLIPS_FOLDER, CLIP_FILES.film(script.id)));
  await writeFile(join(CLIPS_FOLDER, CLIP_FILES.captions(script.id)), captionsOf(lines));
  const key: ClipKey = { id: script.id, lines: [...lines] };
  await writeFile(join(CLIPS_FOLDER, CLIP_FILES.key(script.id)), `${JSON.stringify(key, null, 2)}\n`);
}

async function makeClips(ids: readonly string[]) {
  await mkdir(CLIPS_FOLDER, { recursive: true });
  const workshop = await mkdtemp(join(tmpdir(), 'earshot-clips-'));
  try {
    const chosen = CLIP_SCRIPTS.filter(({ id }) => ids.length === 0 || ids.includes(id));
    for (const script of chosen) await makeClip(script, workshop);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  const offers = CLIP_SCRIPTS.map(offerOf);
  await writeFile(join(CLIPS_FOLDER, CLIP_FILES.offers), `${JSON.stringify(offers, null, 2)}\n`);
}

if (import.meta.main) await makeClips(process.argv.slice(2));
