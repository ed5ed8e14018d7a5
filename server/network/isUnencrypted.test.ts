import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { trustProxies } from './clientAddress.ts';
import { isUnencrypted } from './isUnencrypted.ts';

/** A request from `peer`. */
function aRequest(peer: string | undefined, socket = new Socket()) {
  return { socket: Object.defineProperty(socket, 'remoteAddress', { value: peer }) };
}

test.for([
  ['from this machine', [], '127.0.0.1', false],
  ['from this machine by IPv6', [], '::1', false],
  ['from this machine by a mapped address', [], '::ffff:127.0.0.1', false],
  ['from another machine', [], '203.0.113.9', true],
  ['from another machine by IPv6', [], '2001:db8::9', true],
  ['from the named proxy', ['10.0.0.5'], '10.0.0.5', false],
  ['from the named proxy by a mapped address', ['10.0.0.5'], '::ffff:10.0.0.5', false],
  ['from a named range', ['10.0.0.0/8', '::1'], '10.9.9.9', false],
  ['from beside the named proxy', ['10.0.0.5'], '10.0.0.6', true],
  ['from nowhere, because the connection is gone', ['10.0.0.5'], undefined, true],
] as const)('[WIR8] http %s, where the proxies are %j, from %s is refused: %s', ([, proxies, peer, isRefused]) => {
  expect(isUnencrypted(aRequest(peer), trustProxies(proxies))).toBe(isRefused);
});

test('[WIR8] https is taken from everywhere', () => {
  expect(isUnencrypted(aRequest('203.0.113.9', new TLSSocket(new Socket())), trustProxies([]))).toBe(false);
});
