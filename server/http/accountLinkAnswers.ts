import { finished } from 'node:stream';
import type { accountLinkRoutes } from '#shared/protocol/http/accountLinks.ts';
import type { SendMail } from '#server/mail/sendMail.ts';
import { staffActor } from './auditActors.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { isGuessable } from '#server/auth/passwords/isGuessable.ts';
import { refuse, TOO_WEAK } from './refusal.ts';
import { mailOf } from './sendAccountLink.ts';

type Ports = Pick<HttpPorts, 'records' | 'auth' | 'access' | 'sendMail' | 'clinic' | 'publicUrl' | 'log' | 'now'>;

const GONE = 'This link no longer works. Ask for a new one.';

export function accountLinkAnswers(ports: Ports): AnswersTo<typeof accountLinkRoutes> {
  const { records, auth, access, sendMail, clinic, log, now } = ports;

  async function sendIfKnown(email: string, send: SendMail): Promise<void> {
    const made = await records.makeOwnAccountLink(email, now());
    if (made !== undefined) await send(await mailOf(made, ports));
  }

  return {
    'account-link:read': async ({ body }) => (await records.findAccountLink(body.secret, now())) ?? refuse(410, GONE),

    'account-link:use': async ({ body: { secret, password }, tellAudit }) => {
      // A guess does not make the server compute a hash.
      const holder = await records.findAccountLink(secret, now());
      if (holder === undefined) return refuse(410, GONE);
      const about = [holder.name, holder.email, (await clinic.card()).name];
      if (await isGuessable({ password, about })) return refuse(422, TOO_WEAK);
      const used = await records.useAccountLink(secret, await auth.hashPassword(password), now());
      if (used === undefined) return refuse(410, GONE);
      const owner = (await records.listAccounts()).find(({ email }) => email === used.email);
      if (owner !== undefined) tellAudit(staffActor(owner));
      await access.look();
      return used;
    },

    'account-link:ask': async ({ body: { email }, reply }) => {
      if (sendMail === undefined) return refuse(409, 'Ask your clinic admin for a new password link.');
      // Only after the answer: how long that takes must not tell whether there is such an account.
      finished(reply.raw, () => {
        sendIfKnown(email, sendMail).catch((error: unknown) => {
          log.error({ err: error }, 'a password link was not sent');
        });
      });
      return null;
    },
  };
}
