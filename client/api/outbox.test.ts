import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaregiverId, CodeId, PressId } from '#shared/protocol/ids.ts';
import { type NewPress, openOutbox } from './outbox.ts';
import { aBrowserStore } from './testing/aBrowserStore.ts';

const MARIA = CaregiverId.parse('00000000-0000-4000-8000-00000000000a');
const idOf = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
const pressId = (n: number) => PressId.parse(idOf(n));
const aPress = (n: number): NewPress => ({
  kind: 'code',
  pressId: pressId(n),
  codeId: CodeId.parse(idOf(n)),
  code: 'LP',
  caregiverId: MARIA,
  pressedAt: n,
  heardDelayMs: 0,
});
const noId = () => expect.unreachable('no id is needed');
const idsIn = (outbox: ReturnType<typeof openOutbox>) => outbox.unsent().map((press) => press.pressId);

describe('the outbox of unsent presses', () => {
  test('[LOG4] keeps its presses and their order over a reload', () => {
    const browser = aBrowserStore();
    const before = openOutbox(browser.window(), 'key', noId);
    for (const n of [1, 2, 3]) before.add(aPress(n));
    before.settle(pressId(1));
    const after = openOutbox(browser.window(), 'key', noId);
    expect(after.unsent()).toEqual(before.unsent());
    after.add(aPress(0));
    expect(idsIn(after)).toEqual([2, 3, 0].map(pressId));
  });

  test('[LOG4] whatever windows do, the next window has each unsent press in order', () => {
    const doing = fc.record({ window: fc.nat(2), what: fc.constantFrom('add', 'settle', 'reload') });
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 40 }), (doings) => {
        const browser = aBrowserStore();
        const windows = [0, 1, 2].map(() => openOutbox(browser.window(), 'key', noId));
        const open = new Set<PressId>();
        let made = 0;
        for (const { window, what } of doings) {
          const outbox = windows[window];
          if (outbox === undefined) continue;
          if (what === 'reload') windows[window] = openOutbox(browser.window(), 'key', noId);
          else if (what === 'add') open.add(outbox.add(aPress((made += 1))).pressId);
          else {
            const [first] = idsIn(outbox);
            if (first !== undefined) {
              outbox.settle(first);
              open.delete(first);
            }
          }
        }
        const next = openOutbox(browser.window(), 'key', noId);
        expect(new Set(idsIn(next))).toEqual(open);
        for (const outbox of windows) {
          const theirs = idsIn(outbox).filter((id) => open.has(id));
          expect(idsIn(next).filter((id) => theirs.includes(id))).toEqual(theirs);
        }
      }),
    );
  });

  test('[LOG4] includes presses of another window, and puts its own behind them', async () => {
    const browser = aBrowserStore();
    const [one, other] = [openOutbox(browser.window(), 'key', noId), openOutbox(browser.window(), 'key', noId)];
    const told = new Promise<void>((heard) => other.onOthers(heard));
    one.add(aPress(1));
    await told;
    other.add({ kind: 'undo', pressId: pressId(2), codeId: CodeId.parse(idOf(1)) });
    expect(idsIn(openOutbox(browser.window(), 'key', noId))).toEqual([pressId(1), pressId(2)]);
  });

  test('[LOG4] with full storage nothing is lost, the window knows, and everything is stored once there is space', () => {
    const browser = aBrowserStore();
    const outbox = openOutbox(browser.window(), 'key', noId);
    expect(outbox.isKept()).toBe(true);
    browser.fill(true);
    outbox.add(aPress(1));
    expect([outbox.isKept(), idsIn(outbox)]).toEqual([false, [pressId(1)]]);
    expect(openOutbox(browser.window(), 'key', noId).isKept()).toBe(false);
    browser.fill(false);
    outbox.add(aPress(2));
    expect(outbox.isKept()).toBe(true);
    expect(idsIn(openOutbox(browser.window(), 'key', noId))).toEqual([pressId(1), pressId(2)]);
  });

  test('[LOG4] an empty outbox does not count as working storage', () => {
    const browser = aBrowserStore();
    browser.fill(true);
    const outbox = openOutbox(browser.window(), 'key', noId);
    outbox.add(aPress(1));
    outbox.settle(pressId(1));
    expect(outbox.isKept()).toBe(false);
    browser.fill(false);
    outbox.add(aPress(2));
    expect(outbox.isKept()).toBe(true);
  });

  test('[COD3] keeps what the coder was unsure about, and a judgment, over a reload', () => {
    const browser = aBrowserStore();
    const before = openOutbox(browser.window(), 'key', noId);
    before.add({ ...aPress(1), candidates: ['LP', 'UP'], mode: 'unsure' } as NewPress);
    before.add({ kind: 'judge', pressId: pressId(2), codeId: CodeId.parse(idOf(1)), effective: false });
    expect(openOutbox(browser.window(), 'key', noId).unsent()).toEqual(before.unsent());
  });

  test('[LOG4] includes presses in an older page’s format', () => {
    const browser = aBrowserStore();
    const code = { ...aPress(1), pressId: undefined };
    const undo = { kind: 'undo', clientSeq: 5, codeId: idOf(1) };
    const kept = { clientId: idOf(7), nextSeq: 6, unsent: [{ ...code, clientSeq: 4 }, undo] };
    browser.kept.set('key', JSON.stringify(kept));
    const outbox = openOutbox(browser.window(), 'key', () => idOf(9));
    expect(idsIn(outbox)).toEqual([pressId(1), pressId(9)]);
    expect(idsIn(openOutbox(browser.window(), 'key', noId))).toEqual([pressId(1), pressId(9)]);
  });

  test('ignores stored items that are not presses', () => {
    for (const rubbish of ['{', '[]', '{"clientId":1}', 'null']) {
      const browser = aBrowserStore();
      browser.kept.set('key', rubbish);
      browser.kept.set(`key.${idOf(1)}`, rubbish);
      expect(openOutbox(browser.window(), 'key', noId).unsent()).toEqual([]);
    }
  });

  test('contains no names, no spoken words and nothing else about people', () => {
    const browser = aBrowserStore();
    openOutbox(browser.window(), 'key', noId).add(aPress(1));
    const kept = JSON.parse([...browser.kept.values()].join('')) as object;
    expect(Object.keys(kept).toSorted()).toEqual(
      ['caregiverId', 'code', 'codeId', 'heardDelayMs', 'kind', 'place', 'pressId', 'pressedAt'].toSorted(),
    );
  });
});
