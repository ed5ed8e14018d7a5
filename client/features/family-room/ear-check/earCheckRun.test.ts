import { describe, expect, test } from 'vitest';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { Ask } from '#client/api/ask.ts';
import { type EarCheckParts, openEarCheckRun, SILENCE_BEFORE_MS } from './earCheckRun.ts';

const CHECK = { checkId: '00000000-0000-4000-8000-0000000000cc', toneHz: 1000, toneMs: 800 };

function aRun(over: { confirm?: Reply<unknown>; start?: Reply<unknown> } & Partial<EarCheckParts> = {}) {
  const said: unknown[] = [];
  const ask = ((name: string, input: unknown) => {
    said.push([name, input]);
    return Promise.resolve(name === 'ear-check:start' ? (over.start ?? ok(CHECK)) : over.confirm);
  }) as Ask;
  const done: string[] = [];
  const run = openEarCheckRun({
    ask,
    playTone: async (hz, ms) => void done.push(`tone ${hz} Hz ${ms} ms`),
    wait: async (ms) => void done.push(`wait ${ms}`),
    ...over,
  });
  return { run, said, done };
}

describe('an ear check', () => {
  test('keeps silent before the tone, then asks whether it was heard', async () => {
    const { run, done } = aRun();
    expect(run.getSnapshot()).toEqual({ at: 'ready' });
    await run.play();
    expect(done.slice(0, 2)).toEqual([`wait ${SILENCE_BEFORE_MS}`, 'tone 1000 Hz 800 ms']);
    expect(run.getSnapshot()).toEqual({ at: 'asking' });
  });

  test.for([
    [true, { passed: true, leak: 'none' }, 'passed'],
    [true, { passed: false, leak: 'heard' }, 'leaked'],
    [false, { passed: false, leak: 'heard' }, 'leaked'],
    [false, { passed: false, leak: 'none' }, 'not-heard'],
    [false, { passed: false, leak: 'not-measured' }, 'not-heard'],
    [true, { passed: false, leak: 'not-measured' }, 'not-measured'],
  ] as const)('[EAR1] heard %s and judged %o is told as "%s"', async ([heard, judged, outcome]) => {
    const { run, said } = aRun({ confirm: ok(judged) });
    await run.play();
    await run.answer(heard);
    expect(run.getSnapshot()).toEqual({ at: 'done', outcome });
    expect(said.at(-1)).toEqual(['ear-check:confirm', { checkId: CHECK.checkId, heardByCaregiver: heard }]);
  });

  test('says so when the server does not answer, and can be played again', async () => {
    const { run } = aRun({ start: fail('timeout', 'No answer.') });
    await run.play();
    expect(run.getSnapshot()).toEqual({ at: 'stuck', why: 'no-answer' });
  });

  test('says so when the browser will not play', async () => {
    const { run } = aRun({ playTone: () => Promise.reject(new Error('a tap is needed')) });
    await run.play();
    expect(run.getSnapshot()).toEqual({ at: 'stuck', why: 'no-sound' });
  });

  test('that is restarted while a tone plays asks only once', async () => {
    const waits: (() => void)[] = [];
    const { run } = aRun({ wait: () => new Promise((resolve) => waits.push(resolve)) });
    const first = run.play();
    await Promise.resolve();
    run.reset();
    for (const resolve of waits) resolve();
    await first;
    expect(run.getSnapshot()).toEqual({ at: 'ready' });
  });

  test('ignores an answer that nobody asked for', async () => {
    const { run, said } = aRun();
    await run.answer(true);
    expect(said).toEqual([]);
  });
});
