import { z } from 'zod';
import { KnownName } from './names.ts';

/** Bytes, as WebAuthn writes them in JSON. */
const Bytes = z
  .string()
  .regex(/^[\w-]*$/)
  .max(10_000);

/** The ways in which a browser reaches the device of a passkey. */
const TRANSPORTS = ['internal', 'hybrid', 'cable', 'usb', 'nfc', 'ble', 'smart-card'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** Those that are known here: browsers may learn new ones. */
export const Transports = z
  .array(z.string().max(20))
  .max(10)
  .transform((named) => TRANSPORTS.filter((transport) => named.includes(transport)));

const Known = z.object({ id: Bytes, type: z.literal('public-key'), transports: z.array(z.enum(TRANSPORTS)) });

/** What a browser is asked to sign with a passkey. Without `allowCredentials`, the person chooses one of theirs. */
export const PasskeyRequest = z.object({
  challenge: Bytes,
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(Known),
});
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

/** What a browser is asked to make a passkey for. */
export const PasskeyToMake = z.object({
  challenge: Bytes,
  rp: z.object({ id: z.string(), name: KnownName }),
  user: z.object({ id: Bytes, name: KnownName, displayName: KnownName }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(Known),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
});
export type PasskeyToMake = z.infer<typeof PasskeyToMake>;

const Credential = z.object({
  id: Bytes.min(1).max(2_000),
  rawId: Bytes.min(1).max(2_000),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
});

/** A challenge that a passkey signed. */
export const PasskeyProof = Credential.extend({
  response: z.object({ clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes }),
});
export type PasskeyProof = z.infer<typeof PasskeyProof>;

/** A passkey that was just made, with its public key. */
export const MadePasskey = Credential.extend({
  response: z.object({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: Transports.default([]),
  }),
});
export type MadePasskey = z.infer<typeof MadePasskey>;
