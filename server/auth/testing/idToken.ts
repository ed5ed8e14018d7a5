import { createHmac, type KeyObject, sign } from 'node:crypto';
import { z } from 'zod';

const Part = z.record(z.string(), z.unknown());

/** How a token is signed: the name that its header gives it, and what it does. */
type Signer = { readonly alg: string; readonly sign: (text: string) => Buffer };

export const byRsa = (key: KeyObject): Signer => ({
  alg: 'RS256',
  sign: (text) => sign('sha256', Buffer.from(text), key),
});

/** With a secret that both sides know. */
export const bySecret = (secret: string): Signer => ({
  alg: 'HS256',
  sign: (text) => createHmac('sha256', secret).update(text).digest(),
});

export const byNobody: Signer = { alg: 'none', sign: () => Buffer.alloc(0) };

/** The same identity with other claims, signed anew. */
export function signAgain(idToken: string, signer: Signer, claims: object = {}): string {
  const [header = '', payload = ''] = idToken.split('.');
  const text = `${write({ ...read(header), alg: signer.alg })}.${write({ ...read(payload), ...claims })}`;
  return `${text}.${signer.sign(text).toString('base64url')}`;
}

const read = (part: string) => Part.parse(JSON.parse(Buffer.from(part, 'base64url').toString()));
const write = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
