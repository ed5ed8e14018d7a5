import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { keyName, padAction } from './keyPress.ts';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.for([
  ['4', 'Digit4', 'LP'],
  ['End', 'Numpad1', 'TA'],
  ['é', 'Digit2', 'BD'],
  ['L', 'KeyL', 'LP'],
  ['Backspace', 'Backspace', 'undo'],
  ['Clear', 'Numpad5', 'undo'],
  ['x', 'KeyX', undefined],
  ['a', 'KeyA', undefined],
] as const)('the key that writes %s at %s gives %s', ([key, code, action]) => {
  expect(padAction(PCIT, { ...NONE, key, code })).toBe(action);
});

test('Ctrl or Command with Z undoes, and no other chord codes', () => {
  expect(padAction(PCIT, { ...NONE, key: 'z', code: 'KeyZ', metaKey: true })).toBe('undo');
  expect(padAction(PCIT, { ...NONE, key: 'r', code: 'KeyR', ctrlKey: true })).toBeUndefined();
  expect(padAction(PCIT, { ...NONE, key: 'd', code: 'KeyD', altKey: true })).toBeUndefined();
});

test('every code of the program has its own keys, and none is undo’s', () => {
  const keys = PCIT.codes.filter(({ stream }) => stream !== 'coach').flatMap((definition) => definition.keys);
  expect(new Set([...keys, ...PCIT.undoKeys]).size).toBe(keys.length + PCIT.undoKeys.length);
});

test('a shifted digit is what it writes', () => {
  expect(keyName({ ...NONE, key: '?', code: 'Digit1', shiftKey: true })).toBe('?');
});
