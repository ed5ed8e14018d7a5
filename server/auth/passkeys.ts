import { browserName } from '#shared/domain/browserName.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { MadePasskey, PasskeyToMake, PasskeyProof, PasskeyRequest } from '#shared/protocol/webAuthn.ts';
import type { KeptPasskey, PasskeyRecords } from '#server/storage/passkeyRecords.ts';
import type { WebAuthn } from './webAuthn.ts';

/** More than anybody has. */
const MOST_PASSKEYS = 20;

/** Passkeys of staff: for signing in, as a second factor, and as a confirmation. Rule PER16. */
export type Passkeys = {
  readonly askToSignIn: () => Promise<PasskeyRequest>;
  /** Whose passkey it is. Undefined if it is not known, or did not sign what it was asked to. */
  readonly ownerOf: (proof: PasskeyProof) => Promise<ParticipantId | undefined>;
  readonly ask: (account: Account) => Promise<PasskeyRequest>;
  /** Whether it is a passkey of this person, and signed what they were asked for. */
  readonly isOf: (account: Account, proof: PasskeyProof) => Promise<boolean>;
  readonly askNew: (account: Account) => Promise<PasskeyToMake>;
  readonly add: (
    account: Account,
    proof: MadePasskey,
    userAgent: string,
  ) => Promise<KeptPasskey | 'too-many' | undefined>;
};

type PasskeysPorts = { readonly records: PasskeyRecords; readonly webAuthn: WebAuthn; readonly now: () => Date };

const SIGN_IN = 'sign in';
const proofOf = ({ userId }: Account) => `proof of ${userId}`;
const newOf = ({ userId }: Account) => `new for ${userId}`;

export function createPasskeys({ records, webAuthn, now }: PasskeysPorts): Passkeys {
  async function check(purpose: string, proof: PasskeyProof): Promise<ParticipantId | undefined> {
    const passkey = await records.findPasskey(proof.id);
    const counter = passkey && (await webAuthn.check(purpose, proof, passkey));
    if (passkey === undefined || counter === undefined) return undefined;
    await records.usePasskey(passkey.credentialId, counter, now());
    return passkey.userId;
  }

  return {
    askToSignIn: () => webAuthn.ask(SIGN_IN, []),
    ownerOf: (proof) => check(SIGN_IN, proof),
    ask: async (account) => webAuthn.ask(proofOf(account), await records.listPasskeys(account.userId)),
    isOf: async (account, proof) => (await check(proofOf(account), proof)) === account.userId,

    async askNew(account) {
      const owner = { id: account.userId, name: account.email, displayName: account.name };
      return webAuthn.askNew(newOf(account), owner, await records.listPasskeys(account.userId));
    },

    async add(account, proof, userAgent) {
      const passkey = await webAuthn.readNew(newOf(account), proof);
      if (passkey === undefined) return undefined;
      if ((await records.listPasskeys(account.userId)).length >= MOST_PASSKEYS) return 'too-many';
      const name = browserName(userAgent) || 'Passkey';
      return records.addPasskey(account.userId, { ...passkey, name }, now());
    },
  };
}
