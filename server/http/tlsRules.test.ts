import type { AddressInfo } from 'node:net';
import { connect, type ConnectionOptions } from 'node:tls';
import { expect, test } from 'vitest';
import { aCertificate } from './testing/aCertificate.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

/** A client may have no rules of its own here, so that only the server refuses. */
const ANY = 'ALL@SECLEVEL=0';

/** What a client and the server agree on, or the server’s refusal. */
async function agreed(options: ConnectionOptions): Promise<string> {
  const { http } = await anHttpClinic({ tls: aCertificate(), publicUrl: 'https://localhost' });
  await http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = http.server.address() as AddressInfo;
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ciphers: ANY, ...options });
    socket.on('secureConnect', () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().standardName}`);
      socket.destroy();
    });
    socket.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
  });
}

test.for([
  ['a browser of today', {}, 'TLSv1.3 TLS_AES_256_GCM_SHA384'],
  ['one with TLS 1.2', { maxVersion: 'TLSv1.2' }, 'TLSv1.2 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
] as const)('%s connects with the best suite', async ([, options, suite]) => {
  expect(await agreed(options)).toBe(suite);
});

test.for([
  ['TLS 1.1', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }, /PROTOCOL_VERSION/],
  ['no forward secrecy', { maxVersion: 'TLSv1.2', ciphers: 'AES256-GCM-SHA384@SECLEVEL=0' }, /HANDSHAKE_FAILURE/],
  [
    'a suite that is not authenticated',
    { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES256-SHA' },
    /HANDSHAKE_FAILURE/,
  ],
] as const)('a client with %s is refused', async ([, options, refusal]) => {
  expect(await agreed(options)).toMatch(refusal);
});
