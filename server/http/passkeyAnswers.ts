import type { MyPasskey, passkeyRoutes } from '#shared/protocol/http/passkeys.ts';
import type { KeptPasskey } from '#server/storage/passkeyRecords.ts';
import { staffActor } from './auditActors.ts';
import type { AnswersTo } from './httpAnswers.ts';
import { completeSignIn } from './completeSignIn.ts';
import type { HttpPorts } from './httpPorts.ts';
import { isOfProvider } from './isOfProvider.ts';
import { refuse } from './refusal.ts';
import { replaceSignIn } from './replaceSignIn.ts';

type Ports = Pick<HttpPorts, 'auth' | 'records' | 'secondFactors' | 'access' | 'passkeys' | 'identityProvider'>;

const UNKNOWN = refuse(401, 'That passkey is not known here, or it took too long.');
const NONE = refuse(404, 'There is no such passkey.');

/** Passkeys of staff. Rule PER16. */
export function passkeyAnswers(ports: Ports): AnswersTo<typeof passkeyRoutes> {
  const { auth, records, secondFactors, access, passkeys, identityProvider } = ports;
  return {
    'passkey-sign-in:begin': async () => passkeys.askToSignIn(),

    'passkey-sign-in:give': async ({ body, request: { headers }, reply, tellAudit }) => {
      tellAudit({ what: 'passkey.signed-in' });
      const userId = await passkeys.ownerOf(body);
      if (userId !== undefined && (await isOfProvider(ports, userId))) {
        tellAudit({ subjectId: userId });
        return refuse(403, `You sign in with ${identityProvider?.name ?? 'the identity provider'}.`);
      }
      const signedIn = userId && (await auth.signInBy(userId, 'passkey', headers['user-agent'] ?? ''));
      if (signedIn === undefined) return UNKNOWN;
      tellAudit(staffActor(signedIn.account));
      await replaceSignIn(ports, headers.cookie, signedIn);
      reply.header('set-cookie', signedIn.setCookies);
      return signedIn.account;
    },

    'passkey:ask': async ({ account }) => passkeys.ask(account),

    'passkeys:list': async ({ account }) => (await records.listPasskeys(account.userId)).map(shownOf),

    'passkey:begin': async ({ account }) => passkeys.askNew(account),

    'passkey:add': async ({ account, signIn, body, request: { headers } }) => {
      const added = await passkeys.add(account, body, headers['user-agent'] ?? '');
      if (added === 'too-many') return refuse(409, 'You have a lot of passkeys. Remove one first.');
      if (added === undefined) return refuse(422, 'The passkey was not accepted. Try again.');
      const codes = await secondFactors.passkeyAdded(signIn);
      await completeSignIn(ports, signIn);
      return { passkey: shownOf(added), codes: [...codes] };
    },

    'passkey:rename': async ({ account, params: { passkeyId }, body: { name } }) =>
      (await records.renamePasskey(account.userId, passkeyId, name)) ? null : NONE,

    'passkey:remove': async ({ account: { userId }, signIn: { signInId }, params: { passkeyId } }) => {
      if (!(await records.removePasskey({ userId, signInId }, passkeyId))) return NONE;
      await access.look();
      return null;
    },
  };
}

function shownOf({ passkeyId, name, madeAt, usedAt }: KeptPasskey): MyPasskey {
  return { passkeyId, name, madeAt: madeAt.toISOString(), usedAt: usedAt?.toISOString() ?? null };
}
