import { expect, test } from 'vitest';
import { REVIEW_KEYS, reviewKey } from './reviewKey.ts';

const plain = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.for([
  [{ key: ' ' }, 'play-pause'],
  [{ key: 'K' }, 'play-pause'],
  [{ key: 'ArrowLeft' }, 'back'],
  [{ key: '.' }, 'next-code'],
  [{ key: 'd' }, 'next-disagreement'],
  [{ key: 'D', shiftKey: true }, 'previous-disagreement'],
  [{ key: '?', shiftKey: true }, 'help'],
  [{ key: 'q', code: 'KeyA' }, undefined],
  [{ key: 'ц', code: 'KeyC' }, 'coach'],
  [{ key: 'ö', code: 'Semicolon' }, undefined],
  [{ key: ';', code: 'Comma' }, 'previous-code'],
  [{ key: ':', code: 'Period', shiftKey: true }, undefined],
  [{ key: '-', code: 'Slash' }, 'slower'],
  [{ key: '=', code: 'Equal' }, 'faster'],
  [{ key: '+', code: 'BracketRight' }, 'faster'],
  [{ key: 'c', ctrlKey: true }, undefined],
  [{ key: 'x' }, undefined],
] as const)('%o asks for %s', ([pressed, act]) => {
  expect(reviewKey({ ...plain, ...pressed })).toBe(act);
});

test('no key has two meanings', () => {
  const all = REVIEW_KEYS.flatMap(({ keys }) => keys);
  expect(new Set(all).size).toBe(all.length);
});
