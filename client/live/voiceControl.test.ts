import { expect, onTestFinished, test, vi } from 'vitest';
import type { Ask } from '#client/api/ask.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { createVoiceControl } from './voiceControl.ts';

function aVoice() {
  const asked: string[] = [];
  const answers: ((reply: Reply<{ seq: number }>) => void)[] = [];
  const microphone = { open: false };
  const ask = ((name: string) => {
    asked.push(name);
    if (name === 'voice:close') return Promise.resolve(ok({ seq: 1 }));
    return new Promise<Reply<{ seq: number }>>((resolve) => answers.push(resolve));
  }) as Ask;
  const voice = createVoiceControl({ ask, setVoiceEnabled: (open) => (microphone.open = open) });
  const answer = async (reply: Reply<{ seq: number }>) => {
    answers.shift()?.(reply);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { voice, asked, microphone, answer };
}

test('the voice is open once the server says so, and shut the moment it is let go', async () => {
  const { voice, asked, microphone, answer } = aVoice();
  voice.hold();
  expect(voice.getSnapshot().is).toBe('opening');
  await answer(ok({ seq: 1 }));
  expect(voice.getSnapshot().is).toBe('open');
  voice.release();
  expect(voice.getSnapshot().is).toBe('closed');
  expect(microphone.open).toBe(false);
  expect(asked).toEqual(['voice:open', 'voice:close']);
});

test('released before the server answered, it stays closed when the answer comes', async () => {
  const { voice, microphone, answer } = aVoice();
  voice.hold();
  voice.release();
  await answer(ok({ seq: 1 }));
  expect(voice.getSnapshot().is).toBe('closed');
  expect(microphone.open).toBe(false);
});

test('an old answer does not open or shut a newer attempt', async () => {
  const { voice, microphone, answer } = aVoice();
  voice.hold();
  voice.release();
  voice.hold();
  await answer(fail('not-now', 'too late'));
  expect(voice.getSnapshot()).toMatchObject({ is: 'opening', refusal: undefined });
  await answer(ok({ seq: 2 }));
  expect(voice.getSnapshot().is).toBe('open');
  expect(microphone.open).toBe(true);
});

test('a refusal closes the microphone and keeps the server’s words', async () => {
  const { voice, microphone, answer } = aVoice();
  voice.hold();
  await answer(fail('not-now', 'Silent while coding.'));
  expect(voice.getSnapshot()).toMatchObject({ is: 'closed', refusal: 'Silent while coding.' });
  expect(microphone.open).toBe(false);
});

test('a latched voice stays open after release, and closes on the second press or when it is cut', async () => {
  const { voice, microphone, answer } = aVoice();
  voice.latch();
  await answer(ok({ seq: 1 }));
  voice.release();
  expect(voice.getSnapshot()).toMatchObject({ is: 'open', latched: true });
  voice.latch();
  expect(voice.getSnapshot().is).toBe('closed');
  voice.latch();
  voice.cut();
  expect(voice.getSnapshot().is).toBe('closed');
  expect(microphone.open).toBe(false);
});

/** A voice whose server gives these answers in turn, and then accepts. */
function aVoiceAnswered(...replies: readonly Reply<{ seq: number }>[]) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const asked: string[] = [];
  const ask = (async (name: string) => replies[asked.push(name) - 1] ?? ok({ seq: 1 })) as Ask;
  return { asked, voice: createVoiceControl({ ask, setVoiceEnabled: () => undefined, random: () => 0.5 }) };
}

test('the closing of a voice is reported until the server has saved it', async () => {
  const full = fail('not-saved', 'The disk is full.');
  const { asked, voice } = aVoiceAnswered(ok({ seq: 1 }), full, full);
  voice.hold();
  await vi.advanceTimersByTimeAsync(0);
  voice.release();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(['voice:open', 'voice:close', 'voice:close', 'voice:close']);
});

test('a voice whose opening was not answered may be open, and is shut', async () => {
  const { asked, voice } = aVoiceAnswered(fail('timeout', 'No answer.'));
  voice.hold();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(['voice:open', 'voice:close']);
  expect(voice.getSnapshot().is).toBe('closed');
});

test('a reopened voice is not closed by an earlier report', async () => {
  const { asked, voice } = aVoiceAnswered(ok({ seq: 1 }), fail('not-saved', 'The disk is full.'));
  voice.hold();
  await vi.advanceTimersByTimeAsync(0);
  voice.release();
  await vi.advanceTimersByTimeAsync(0);
  voice.hold();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(['voice:open', 'voice:close', 'voice:open']);
  expect(voice.getSnapshot().is).toBe('open');
});
