import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { clientAddress, networkOf, trustProxies } from './clientAddress.ts';

/** A request whose connection comes from `peer`. */
function aRequest(peer: string | undefined, forwardedFor?: string): IncomingMessage {
  const request = new IncomingMessage(Object.defineProperty(new Socket(), 'remoteAddress', { value: peer }));
  if (forwardedFor !== undefined) request.headers['x-forwarded-for'] = forwardedFor;
  return request;
}

test.for([
  ['nobody is trusted', [], '203.0.113.9', '198.51.100.7', '203.0.113.9'],
  ['another machine is trusted', ['10.0.0.1'], '203.0.113.9', '198.51.100.7', '203.0.113.9'],
  ['the proxy is trusted', ['10.0.0.1'], '10.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['a range of proxies is trusted', ['10.0.0.0/8', '::1'], '10.9.9.9', '198.51.100.7', '198.51.100.7'],
  ['a client made up an earlier address', ['10.0.0.1'], '10.0.0.1', '192.0.2.1, 198.51.100.7', '198.51.100.7'],
  ['two proxies are trusted', ['10.0.0.0/8'], '10.0.0.1', '198.51.100.7, 10.0.0.2', '198.51.100.7'],
  ['the proxy says nothing', ['10.0.0.1'], '10.0.0.1', undefined, '10.0.0.1'],
] as const)('[WIR5] when %s, the client is %j %s %s → %s', ([, trusted, peer, forwardedFor, client]) => {
  expect(clientAddress(aRequest(peer, forwardedFor), trustProxies(trusted))).toBe(client);
});

test('a connection that is gone has no address', () => {
  expect(clientAddress(aRequest(undefined), trustProxies([]))).toBe('gone');
});

test.for(['clinic.example', '10.0.0.0/33', '0.0.0.0/0', ''])('“%s” names no proxy', (named) => {
  expect(() => trustProxies([named])).toThrow();
});

test.for([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['gone', 'gone'],
] as const)('[WIR5] %s counts as %s', ([address, network]) => {
  expect(networkOf(address)).toBe(network);
});
