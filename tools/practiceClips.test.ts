import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCode } from '#shared/domain/programs/program.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { scoreWindow } from '#shared/domain/scoring/scoreWindow.ts';
import { ClipKey, type ClipLine, ClipOffers } from '#shared/protocol/practice.ts';
import { CLIP_FILES, CLIPS_FOLDER } from '#server/practice/practiceClips.ts';
import { CLIP_SCRIPTS, type ClipScript, linesOf } from './fake-family/clipScripts.ts';
import { captionsOf, offerOf } from './practiceClips.ts';

const read = (file: string) => readFile(join(CLIPS_FOLDER, file), 'utf8');
const keyOf = async ({ id }: ClipScript) => ClipKey.parse(JSON.parse(await read(CLIP_FILES.key(id))));
const scripted = (script: ClipScript) => linesOf(script).map(({ who, text, code }) => ({ who, text, code }));

describe('the practice clips that are kept', () => {
  test('are those of the scripts', async () => {
    expect(ClipOffers.parse(JSON.parse(await read(CLIP_FILES.offers)))).toEqual(CLIP_SCRIPTS.map(offerOf));
  });

  test.for(CLIP_SCRIPTS)('$id has the key of its script, in order and within its time', async (script) => {
    const { lines } = await keyOf(script);
    expect(lines.map(({ who, text, code }) => ({ who, text, code }))).toEqual(scripted(script));
    lines.forEach(({ from, at }, index) => {
      expect(from).toBeGreaterThanOrEqual(lines[index - 1]?.at ?? 0);
      expect(at).toBeGreaterThan(from);
      expect(at).toBeLessThan(script.lengthMs);
    });
  });

  test.for(CLIP_SCRIPTS)('$id has captions that say the same', async (script) => {
    const { lines } = await keyOf(script);
    expect(await read(CLIP_FILES.captions(script.id))).toBe(captionsOf(lines));
  });
});

test('captions say who speaks, and what is done without words', () => {
  const said: ClipLine = { who: 'parent', how: 'said', text: 'Well done.', from: 500, at: 1250, code: 'UP' };
  const done: ClipLine = { who: 'child', how: 'done', text: 'waves', from: 61_000, at: 62_000, code: null };
  expect(captionsOf([said, done])).toBe(
    'WEBVTT\n\n00:00:00.500 --> 00:00:01.250\n<v Parent>Parent: Well done.\n\n00:01:01.000 --> 00:01:02.000\n[Child waves]\n',
  );
});

/** A line of a script with what was said or done before it. */
function inContext(script: ClipScript) {
  const lines = linesOf(script);
  return lines.map((line, index) => ({ ...line, before: lines[index - 1], all: lines, index }));
}

const words = (text: string) => text.toLowerCase().match(/[a-z’]+/g) ?? [];
/** Verbs of state and of the future describe no behavior. */
const NO_ACTION = /\b(got|have|had|want|wants|know|are|need|like|decide|decided|will)\b(?! \w+ing\b)/i;
const GOOD = /\b(like|love|thank|thanks|great|good|nice|nicely|proud|well|terrific)\b/i;
const BARE_PRAISE =
  /^(great|nice|lovely|wonderful|good|super|terrific|fantastic|thank you|well done|good job|great job)[.!]$/i;

/** Which lines a code may have, by the rules of coding, in our own words. */
const MAY_BE: Readonly<Record<string, (line: ReturnType<typeof inContext>[number]) => boolean>> = {
  QU: ({ text }) => text.endsWith('?'),
  IC: ({ text }) => /^(let’s|will you|can you|could you|would you|how about)/i.test(text),
  DC: ({ text }) =>
    /^(please|put|hand|now|knock|pick)\b/i.test(text) && !text.endsWith('?') && !/\b(don’t|do not|stop)\b/i.test(text),
  NTA: ({ text }) => /^(do not|don’t|stop|no\b|that was too)/i.test(text),
  WARN: ({ text }) => /^if you do not .* chair\.$/i.test(text),
  UP: ({ text }) => BARE_PRAISE.test(text),
  LP: ({ text }) => GOOD.test(text) && words(text).length >= 4,
  BD: ({ text }) => /^you\b/i.test(text) && !text.endsWith('?') && !NO_ACTION.test(text),
  // The parent's first line after the child, with a word of the child’s.
  RF: ({ text, before }) =>
    before?.who === 'child' &&
    !text.endsWith('?') &&
    words(before.text).some((word) => words(text).some((own) => own.slice(0, 4) === word.slice(0, 4))),
  TA: ({ text }) => !text.endsWith('?') && !GOOD.test(text) && !/^(you\b|please|do not|stop|if you)/i.test(text),
};

const FIVE_MINUTES = CLIP_SCRIPTS.filter(({ lengthMs }) => lengthMs > 300_000);

describe('the keys of the five-minute clips', () => {
  test('there is one for each phase of the standard program', () => {
    expect(FIVE_MINUTES.map(({ treatmentPhase }) => treatmentPhase)).toEqual(PCIT.phases.map(({ id }) => id));
  });

  test.for(FIVE_MINUTES)('[COD6] $id: each code is one that its line may have', (script) => {
    const wrong = inContext(script).filter((line) => line.who === 'parent' && MAY_BE[line.code ?? '']?.(line) !== true);
    expect(wrong.map(({ code, text }) => `${code}: ${text}`)).toEqual([]);
  });

  test.for(FIVE_MINUTES)(
    '[COD1] $id: every code of the pad comes up, and none that its phase does not have',
    (script) => {
      const phase = PCIT.phases.find(({ id }) => id === script.treatmentPhase);
      const onPad = PCIT.pad.flat().filter((code) => findCode(PCIT, code)?.stream === 'parent');
      const answers = phase?.sequence ? ['CO', 'NC', 'NOC', 'WARN'] : [];
      const given = new Set(linesOf(script).flatMap(({ code }) => code ?? []));
      expect([...given].toSorted()).toEqual([...onPad, ...answers].toSorted());
    },
  );

  test('[PDI2] [COD5] each command has one answer of the child’s, before another command and in five seconds', async () => {
    const script = FIVE_MINUTES.find(({ treatmentPhase }) => treatmentPhase === 'pdi');
    if (script === undefined) throw new Error('There is no clip of parent-led play.');
    const { lines } = await keyOf(script);
    const turns = lines.filter(({ code }) => ['DC', 'IC', 'WARN', 'CO', 'NC', 'NOC'].includes(code ?? ''));
    turns.forEach(({ code, at }, index) => {
      if (!['DC', 'IC', 'WARN'].includes(code ?? '')) return;
      const answer = turns[index + 1];
      expect(['CO', 'NC', 'NOC']).toContain(answer?.code);
      expect((answer?.from ?? Infinity) - at).toBeLessThanOrEqual(5_000);
    });
    const answers = turns.filter(({ who }) => who === 'child');
    expect(answers).toHaveLength(turns.length - answers.length);
  });

  test.for(FIVE_MINUTES)('[WIN1] $id is a whole window: its key can be assessed', async (script) => {
    const { lines } = await keyOf(script);
    const phase = PCIT.phases.find(({ id }) => id === script.treatmentPhase);
    if (phase === undefined) throw new Error('The clip is of no phase.');
    const events = lines.flatMap(({ code, at }) => (code === null ? [] : [{ code, at }]));
    const score = scoreWindow(events, { program: PCIT, phase, spans: [[0, script.lengthMs]], void: false });
    expect(score.assessable).toBe(true);
  });
});
