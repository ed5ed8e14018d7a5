import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ClipKey, type ClipLine, ClipOffers } from '#shared/protocol/practice.ts';
import { CLIP_MS, CLIP_SCRIPTS, CLIP_TURNS, type ClipScript } from './fake-family/clipScripts.ts';
import { captionsOf, offerOf } from './practiceClips.ts';

const read = (file: string) => readFile(join(import.meta.dirname, '../client/public/practice', file), 'utf8');
const keyOf = async ({ id }: ClipScript) => ClipKey.parse(JSON.parse(await read(`${id}.json`)));
const scripted = ({ cues }: ClipScript) =>
  (cues === 'turns' ? CLIP_TURNS.turns.flat() : cues).map(({ who, text, code }) => ({ who, text, code }));

describe('the practice clips that are kept', () => {
  test('are those of the scripts', async () => {
    expect(ClipOffers.parse(JSON.parse(await read('clips.json')))).toEqual(CLIP_SCRIPTS.map(offerOf));
  });

  test.for(CLIP_SCRIPTS)('$id has the key of its script, in order and within its time', async (script) => {
    const { lines } = await keyOf(script);
    expect(lines.map(({ who, text, code }) => ({ who, text, code }))).toEqual(scripted(script));
    lines.forEach(({ from, at }, index) => {
      expect(from).toBeGreaterThanOrEqual(lines[index - 1]?.at ?? 0);
      expect(at).toBeGreaterThan(from);
      expect(at).toBeLessThan(CLIP_MS);
    });
  });

  test.for(CLIP_SCRIPTS)('$id has captions that say the same', async (script) => {
    const { lines } = await keyOf(script);
    expect(await read(`${script.id}.vtt`)).toBe(captionsOf(lines));
  });
});

test('captions say who speaks, and what is done without words', () => {
  const said: ClipLine = { who: 'parent', how: 'said', text: 'Well done.', from: 500, at: 1250, code: 'UP' };
  const done: ClipLine = { who: 'child', how: 'done', text: 'waves', from: 61_000, at: 62_000, code: null };
  expect(captionsOf([said, done])).toBe(
    'WEBVTT\n\n00:00:00.500 --> 00:00:01.250\n<v Parent>Parent: Well done.\n\n00:01:01.000 --> 00:01:02.000\n[Child waves]\n',
  );
});
