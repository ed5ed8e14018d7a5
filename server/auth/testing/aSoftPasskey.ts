import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { MadePasskey, PasskeyToMake, PasskeyProof, PasskeyRequest } from '#shared/protocol/webAuthn.ts';
import { PUBLIC_URL } from './anAuth.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

const IS_PRESENT = 0x01;
const IS_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

type Lies = { readonly origin?: string; readonly rpId?: string; readonly isVerified?: boolean };

/** An authenticator in software, with one passkey on P-256. It does what a phone does, or lies. */
export function aSoftPasskey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;

  const clientData = (type: string, challenge: string, { origin = PUBLIC_URL }: Lies) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authenticatorData(rpId: string, flags: number, { rpId: other = rpId, isVerified = true }: Lies): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE((counter += 1));
    return Buffer.concat([hash(other), Buffer.from([flags | IS_PRESENT | (isVerified ? IS_VERIFIED : 0)]), count]);
  }

  /** As COSE: EC2, ES256, P-256, x, y. */
  function coseKey(): Uint8Array {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const bytes = (part: string) => new Uint8Array(Buffer.from(part, 'base64url'));
    return isoCBOR.encode(
      new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x)],
        [-3, bytes(y)],
      ]),
    );
  }

  return {
    make({ challenge, rp }: PasskeyToMake, lies: Lies = {}): MadePasskey {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = Buffer.concat([
        ...[authenticatorData(rp.id, HAS_CREDENTIAL, lies), Buffer.alloc(16), length, id, coseKey()],
      ]);
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array<ArrayBuffer> | Map<string, never>>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, never>()],
          ['authData', new Uint8Array(authData)],
        ]),
      );
      return {
        ...{ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: text(clientData('webauthn.create', challenge, lies)),
          attestationObject: text(attestation),
          transports: ['internal'],
        },
      };
    },

    sign({ challenge, rpId }: PasskeyRequest, lies: Lies = {}): PasskeyProof {
      const authData = authenticatorData(rpId, 0, lies);
      const client = clientData('webauthn.get', challenge, lies);
      const signature = sign('sha256', Buffer.concat([authData, hash(client)]), privateKey);
      return {
        ...{ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON: text(client), authenticatorData: text(authData), signature: text(signature) },
      };
    },

    /** As if somebody had copied the key before it signed last. */
    goBack: (steps: number) => void (counter -= steps),
  };
}
