import { expect, test } from 'vitest';
import { readDevices, rememberDevices } from './rememberedDevices.ts';

function aStore(kept: Record<string, string> = {}) {
  return {
    kept,
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}

test('chosen devices are found again', () => {
  const store = aStore();
  rememberDevices(store, { cameraId: 'c1', listening: 'room' });
  expect(readDevices(store)).toEqual({ cameraId: 'c1', listening: 'room' });
});

test('storage with something else in it remembers nothing', () => {
  expect(readDevices(aStore({ 'earshot.devices': '{"cameraId":7}' }))).toEqual({});
  expect(readDevices(aStore({ 'earshot.devices': 'not json' }))).toEqual({});
});

test('blocked storage is no problem', () => {
  const shut = () => {
    throw new Error('shut');
  };
  expect(readDevices({ getItem: shut })).toEqual({});
  expect(() => rememberDevices({ setItem: shut }, {})).not.toThrow();
});
