import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaregiverId, CodeId } from '#shared/protocol/ids.ts';
import { type KeyValueStore, type NewPress, openOutbox } from './outbox.ts';

const MARIA = CaregiverId.parse('00000000-0000-4000-8000-00000000000a');
const CLIENT = '00000000-0000-4000-8000-0000000000c1';
const codeId = (n: number) => CodeId.parse(`00000000-0000-4000-9000-${String(n).padStart(12, '0')}`);
const aPress = (n: number): NewPress => ({
  kind: 'code',
  codeId: codeId(n),
  code: 'LP',
  caregiverId: MARIA,
  pressedAt: n,
  heardDelayMs: 0,
});

function memoryStore(): KeyValueStore {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('the outbox of unsent presses', () => {
  test('[LOG4] keeps its presses, its id and its numbers over a reload', () => {
    const store = memoryStore();
    const before = openOutbox(store, 'key', () => CLIENT);
    before.add(aPress(1));
    before.add(aPress(2));
    before.settle(1);
    const after = openOutbox(store, 'key', () => 'not used');
    expect(after.clientId).toBe(CLIENT);
    expect(after.unsent()).toEqual([{ ...aPress(2), clientSeq: 2 }]);
    expect(after.add(aPress(3)).clientSeq).toBe(3);
  });

  test('[LOG4] never gives a number twice, whatever is settled and however often the page reloads', () => {
    const step = fc.oneof(fc.constant('add' as const), fc.constant('reload' as const), fc.nat(20));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const store = memoryStore();
        let outbox = openOutbox(store, 'key', () => CLIENT);
        const given: number[] = [];
        for (const one of steps) {
          if (one === 'add') given.push(outbox.add(aPress(given.length)).clientSeq);
          else if (one === 'reload') outbox = openOutbox(store, 'key', () => CLIENT);
          else outbox.settle(one);
        }
        expect(given).toEqual(given.map((_, index) => index + 1));
        expect(outbox.unsent().map(({ clientSeq }) => clientSeq)).toEqual(
          given.filter((seq) => outbox.unsent().some(({ clientSeq }) => clientSeq === seq)),
        );
      }),
    );
  });

  test('[COD3] keeps what the coder was unsure about, and a judgement, over a reload', () => {
    const store = memoryStore();
    const doubtful: NewPress = { ...aPress(1), candidates: ['LP', 'UP'], mode: 'unsure' } as NewPress;
    const judgement: NewPress = { kind: 'judge', codeId: codeId(1), effective: false };
    const before = openOutbox(store, 'key', () => CLIENT);
    before.add(doubtful);
    before.add(judgement);
    expect(openOutbox(store, 'key', () => 'not used').unsent()).toEqual([
      { ...doubtful, clientSeq: 1 },
      { ...judgement, clientSeq: 2 },
    ]);
  });

  test('begins anew where what is stored is not an outbox', () => {
    for (const rubbish of ['{', '[]', '{"clientId":1}', 'null']) {
      const store = memoryStore();
      store.setItem('key', rubbish);
      expect(openOutbox(store, 'key', () => CLIENT).unsent()).toEqual([]);
    }
  });

  test('holds no name, no word spoken and nothing about people', () => {
    const store = memoryStore();
    openOutbox(store, 'key', () => CLIENT).add(aPress(1));
    const kept = JSON.parse(store.getItem('key') ?? '') as { unsent: [object] };
    expect(Object.keys(kept.unsent[0]).toSorted()).toEqual([
      'caregiverId',
      'clientSeq',
      'code',
      'codeId',
      'heardDelayMs',
      'kind',
      'pressedAt',
    ]);
  });
});
