import { expect, test } from 'vitest';
import { keyLabel } from './keyLabel.ts';
import { placeName } from './placeName.ts';

const NONE = { shiftKey: false };
const LAYOUTS = {
  US: new Map<string, string>(),
  QWERTZ: new Map([
    ['KeyY', 'z'],
    ['KeyZ', 'y'],
    ['Slash', '-'],
    ['Semicolon', 'ö'],
    ['Minus', 'ß'],
  ]),
  AZERTY: new Map([
    ['KeyQ', 'a'],
    ['KeyA', 'q'],
    ['KeyM', ','],
    ['Comma', ';'],
    ['Digit4', "'"],
  ]),
  Nordic: new Map([
    ['Slash', '-'],
    ['Semicolon', 'ø'],
  ]),
};

test.for([
  ['US', 'q', 'Q'],
  ['AZERTY', 'q', 'A'],
  ['QWERTZ', 'y', 'Z'],
  ['QWERTZ', '/', '-'],
  ['QWERTZ', '-', 'ß'],
  ['Nordic', ';', 'Ø'],
  ['AZERTY', '4', '4'],
  ['US', 'backspace', '⌫'],
  ['US', 'f1', 'F1'],
] as const)('on a %s keyboard the key named %s is labeled %s', ([layout, name, label]) => {
  expect(keyLabel(name, {}, LAYOUTS[layout])).toBe(label);
});

test('a key that was moved has the label of its new place', () => {
  expect(keyLabel('l', { l: ';', ';': 'l' }, LAYOUTS.Nordic)).toBe('Ø');
});

test.for([
  ['Slash of QWERTZ', { key: '-', code: 'Slash' }, '/'],
  ['Semicolon of Nordic', { key: 'ø', code: 'Semicolon' }, ';'],
  ['Comma of AZERTY', { key: ';', code: 'Comma' }, ','],
  ['a digit of AZERTY', { key: 'é', code: 'Digit2' }, '2'],
  ['a digit of AZERTY with Shift', { key: '2', code: 'Digit2', shiftKey: true }, '2'],
  ['a letter of a Greek layout', { key: 'λ', code: 'KeyL' }, 'l'],
  ['a dead key', { key: 'Dead', code: 'Backquote' }, '`'],
  ['the question mark of QWERTZ', { key: '?', code: 'Minus', shiftKey: true }, '?'],
  ['the plus of Nordic', { key: '+', code: 'Minus' }, '+'],
  ['the plus of US without its Shift', { key: '=', code: 'Equal' }, '+'],
  ['a key without a place', { key: 'L', code: '' }, 'l'],
] as const)('%s goes by its place', ([, pressed, name]) => {
  expect(placeName({ ...NONE, ...pressed })).toBe(name);
});
