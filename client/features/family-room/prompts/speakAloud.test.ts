import { beforeEach, expect, test, vi } from 'vitest';
import { speakAloud } from './speakAloud.ts';

class Utterance {
  lang = '';
  rate = 1;
  onend: (() => void) | undefined;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

beforeEach(() => {
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  return () => vi.unstubAllGlobals();
});

function aSpeech() {
  const queue: Utterance[] = [];
  const cancel = () => void queue.splice(0);
  const speech = { cancel, speak: (one: Utterance) => void queue.push(one) } as unknown as SpeechSynthesis;
  return { queue, speech };
}

test('an aborted text stops, and counts as not said', async () => {
  const { queue, speech } = aSpeech();
  const breaking = new AbortController();
  const saying = speakAloud('Praise', breaking.signal, speech, 'en');
  expect(queue.map(({ text }) => text)).toEqual(['Praise']);
  breaking.abort();
  expect(queue).toEqual([]);
  await expect(saying).rejects.toThrow('broken off');
});

test('a text aborted before it began is not heard at all', async () => {
  const { queue, speech } = aSpeech();
  await expect(speakAloud('Praise', AbortSignal.abort(), speech, 'en')).rejects.toThrow();
  expect(queue).toEqual([]);
});

test('a text that was said settles', async () => {
  const { queue, speech } = aSpeech();
  const saying = speakAloud('Praise', new AbortController().signal, speech, 'en');
  queue[0]?.onend?.();
  await expect(saying).resolves.toBeUndefined();
});
