import { generateKeyPairSync, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const SET = 0x31;
const TIME = 0x17;
const TEXT = 0x0c;
const BITS = 0x03;

const SHA256_WITH_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const VERSION_AND_SERIAL = Buffer.from('a003020102020101', 'hex');

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const size = Buffer.from(body.length.toString(16).padStart(body.length > 255 ? 4 : 2, '0'), 'hex');
  const length = body.length < 128 ? size : Buffer.concat([Buffer.from([0x80 | size.length]), size]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}

/** A certificate for localhost that its own RSA key signed, as PEM. */
export function aCertificate(): { readonly cert: Buffer; readonly key: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(TEXT, Buffer.from('localhost')))));
  const validity = der(SEQUENCE, ...['250101000000Z', '491231235959Z'].map((time) => der(TIME, Buffer.from(time))));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const signed = der(SEQUENCE, VERSION_AND_SERIAL, SHA256_WITH_RSA, name, validity, name, key);
  const signature = der(BITS, Buffer.from([0]), sign('sha256', signed, privateKey));
  const text = der(SEQUENCE, signed, SHA256_WITH_RSA, signature).toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    cert: Buffer.from(`-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`),
    key: Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}
