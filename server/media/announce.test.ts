import type { IceCandidate } from 'mediasoup/types';
import { expect, test } from 'vitest';
import { announce } from './announce.ts';

const candidate = (protocol: 'udp' | 'tcp', address: string, priority: number): IceCandidate => {
  const any = { foundation: `${protocol}candidate`, ip: address, port: 44_444, type: 'host' } as const;
  return { ...any, address, protocol, priority, ...(protocol === 'tcp' && { tcpType: 'passive' }) };
};

/** As mediasoup makes them for a worker that listens to both kinds of networks. */
const SOCKETS = [
  candidate('udp', '0.0.0.0', 1_076_558_079),
  candidate('udp', '::', 1_076_532_479),
  candidate('tcp', '0.0.0.0', 1_076_276_479),
  candidate('tcp', '::', 1_076_250_879),
];

test('each announced address is a candidate for UDP and for TCP, and no other address is', () => {
  const announced = announce(SOCKETS, ['203.0.113.7', '2001:db8::7', '10.0.0.7']);
  expect(announced.map(({ protocol, address, ip }) => [protocol, address, ip])).toEqual(
    ['udp', 'tcp'].flatMap((protocol) =>
      ['203.0.113.7', '2001:db8::7', '10.0.0.7'].map((address) => [protocol, address, address]),
    ),
  );
  expect(announced.map(({ tcpType }) => tcpType)).toEqual([
    ...Array<undefined>(3),
    ...Array<string>(3).fill('passive'),
  ]);
});

test('UDP comes before TCP, addresses of one kind in the order of the setting, and no two are equal', () => {
  const priorities = announce(SOCKETS, ['203.0.113.7', '10.0.0.7', '10.1.0.7']).map(({ priority }) => priority);
  expect(priorities).toEqual([...new Set(priorities)].toSorted((one, other) => other - one));
  expect(priorities).toHaveLength(6);
});

test('an address of a kind that nobody listens for is not announced', () => {
  expect(announce(SOCKETS.slice(0, 1), ['2001:db8::7'])).toEqual([]);
});
