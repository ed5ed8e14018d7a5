import { expect, test, vi } from 'vitest';
import type { Identity } from './identify.ts';
import { identifyOnce } from './identifyOnce.ts';

test('[WIR5] handshakes at the same time with the same claim are looked up once, later ones again', async () => {
  const found: ((identity: Identity | undefined) => void)[] = [];
  const identify = vi.fn(() => new Promise<Identity | undefined>((resolve) => found.push(resolve)));
  const ask = identifyOnce(identify);
  const handshake = { as: 'staff', sessionId: 'one' } as const;

  const burst = Array.from({ length: 50 }, () => ask({ cookie: 'mine', handshake }));
  void ask({ cookie: 'another', handshake });
  void ask({ cookie: 'mine', handshake: { as: 'device' } });
  void ask({ cookie: 'mine', handshake: { ...handshake, sessionId: 'two' } });
  expect(identify).toHaveBeenCalledTimes(4);
  found[0]?.(undefined);
  expect(await Promise.all(burst)).toEqual(burst.map(() => undefined));

  void ask({ cookie: 'mine', handshake });
  expect(identify).toHaveBeenCalledTimes(5);
});

test('a look-up that failed is not remembered', async () => {
  const identify = vi.fn(async () => Promise.reject(new Error('The store is closed.')));
  const ask = identifyOnce(identify);
  const claim = { cookie: 'mine', handshake: { as: 'device' } } as const;
  await expect(ask(claim)).rejects.toThrow('closed');
  await expect(ask(claim)).rejects.toThrow('closed');
  expect(identify).toHaveBeenCalledTimes(2);
});
