import type { MadePasskey, PasskeyProof, PasskeyRequest, PasskeyToMake } from '#shared/protocol/webAuthn.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { CaregiverPasskeyRecords } from '#server/storage/caregiverPasskeyRecords.ts';
import type { DiaryOwner, OpenedDiary } from '#server/storage/diaryOwner.ts';
import type { WebAuthn } from './webAuthn.ts';

/** A diary that is open in a browser. */
type OpenDiary = { readonly owner: DiaryOwner; readonly credential: string };

/** Passkeys of caregivers, who have no account: each opens one diary. Rule PER18. */
export type DiaryPasskeys = {
  /** `name` is what the caregiver's phone calls it. */
  readonly askNew: (owner: DiaryOwner, name: string) => Promise<PasskeyToMake>;
  /** False if it was not made for this caregiver's request, or is known already. */
  readonly add: (diary: OpenDiary, proof: MadePasskey) => Promise<boolean>;
  readonly ask: () => Promise<PasskeyRequest>;
  readonly open: (proof: PasskeyProof) => Promise<OpenedDiary | undefined>;
};

type DiaryPasskeysPorts = {
  readonly records: CaregiverPasskeyRecords;
  readonly webAuthn: WebAuthn;
  readonly now: () => Date;
};

const OPEN = 'open a diary';
const newOf = ({ caregiverId }: DiaryOwner) => `new for the caregiver ${caregiverId}`;

export function createDiaryPasskeys({ records, webAuthn, now }: DiaryPasskeysPorts): DiaryPasskeys {
  return {
    async askNew(owner, name) {
      const shown = knownName(name);
      const user = { id: owner.caregiverId, name: shown, displayName: shown };
      return webAuthn.askNew(newOf(owner), user, await records.listCaregiverPasskeys(owner));
    },

    async add({ owner, credential }, proof) {
      const passkey = await webAuthn.readNew(newOf(owner), proof);
      return passkey !== undefined && records.addCaregiverPasskey(credential, passkey, now());
    },

    ask: () => webAuthn.ask(OPEN, []),

    async open(proof) {
      const passkey = await records.findCaregiverPasskey(proof.id);
      const counter = passkey && (await webAuthn.check(OPEN, proof, passkey));
      return counter === undefined ? undefined : records.openDiaryByPasskey(proof.id, counter, now());
    },
  };
}
