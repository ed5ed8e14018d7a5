import { CHALLENGE_LASTS_MS } from '#shared/domain/secondFactor.ts';
import {
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { MadePasskey, PasskeyToMake, PasskeyProof, PasskeyRequest } from '#shared/protocol/webAuthn.ts';
import type { PublicPasskey } from '#server/storage/passkeyRecords.ts';
import type { Challenges } from './challenges.ts';

type Known = Pick<PublicPasskey, 'credentialId' | 'transports'>;

/** Passkeys for the address that people open. Whose they are is not its concern. */
export type WebAuthn = {
  readonly askNew: (
    purpose: string,
    owner: { readonly id: string; readonly name: string; readonly displayName: string },
    known: readonly Known[],
  ) => Promise<PasskeyToMake>;
  /** Undefined if it was not made for this purpose, or without checking who holds the device. */
  readonly readNew: (purpose: string, proof: MadePasskey) => Promise<PublicPasskey | undefined>;
  /** For one of these passkeys; without any, the person chooses. */
  readonly ask: (purpose: string, known: readonly Known[]) => Promise<PasskeyRequest>;
  /** The new counter if this passkey signed a challenge of this purpose. It is used up. */
  readonly check: (purpose: string, proof: PasskeyProof, passkey: PublicPasskey) => Promise<number | undefined>;
};

type WebAuthnPorts = {
  readonly challenges: Challenges;
  readonly publicUrl: string;
  /** For what is wrong with a proof: a person reads only that it did not work. */
  readonly note: (error: unknown) => void;
};

/** Algorithms that every browser and key knows: EdDSA, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];

export function createWebAuthn({ challenges, publicUrl, note }: WebAuthnPorts): WebAuthn {
  const rpId = new URL(publicUrl).hostname;
  const expected = (purpose: string) => ({
    expectedChallenge: (challenge: string) => challenges.use(challenge, purpose),
    expectedOrigin: publicUrl,
    expectedRPID: rpId,
    requireUserVerification: true,
  });

  return {
    async askNew(purpose, owner, known) {
      const options = await generateRegistrationOptions({
        rpName: 'Earshot',
        rpID: rpId,
        userID: new Uint8Array(Buffer.from(owner.id)),
        userName: owner.name,
        userDisplayName: owner.displayName,
        supportedAlgorithmIDs: ALGORITHMS,
      });
      return {
        challenge: await challenges.make(purpose),
        rp: { id: rpId, name: options.rp.name },
        user: options.user,
        pubKeyCredParams: options.pubKeyCredParams,
        timeout: CHALLENGE_LASTS_MS,
        attestation: 'none',
        excludeCredentials: known.map(descriptorOf),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      };
    },

    async readNew(purpose, proof) {
      const { clientDataJSON, attestationObject, transports } = proof.response;
      try {
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          ...expected(purpose),
          response: { ...proof, response: { clientDataJSON, attestationObject } },
          supportedAlgorithmIDs: ALGORITHMS,
        });
        if (!verified) return undefined;
        const { id, publicKey, counter } = registrationInfo.credential;
        const key = Buffer.from(publicKey).toString('base64url');
        return { credentialId: id, publicKey: key, counter, transports };
      } catch (error) {
        note(error);
        return undefined;
      }
    },

    ask: async (purpose, known) => ({
      challenge: await challenges.make(purpose),
      rpId,
      timeout: CHALLENGE_LASTS_MS,
      userVerification: 'required',
      allowCredentials: known.map(descriptorOf),
    }),

    async check(purpose, proof, { credentialId, publicKey, counter }) {
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          ...expected(purpose),
          response: proof,
          credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
        });
        return verified ? authenticationInfo.newCounter : undefined;
      } catch (error) {
        note(error);
        return undefined;
      }
    },
  };
}

const descriptorOf = ({ credentialId, transports }: Known) => ({
  id: credentialId,
  type: 'public-key' as const,
  transports: [...transports],
});
