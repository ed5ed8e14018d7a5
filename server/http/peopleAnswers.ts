import type { peopleRoutes, Person } from '#shared/protocol/http/people.ts';
import { secondFactorRemovedMail } from '#server/mail/accountMails.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';
import { sendAccountLink } from './sendAccountLink.ts';

type Ports = Pick<HttpPorts, 'records' | 'auth' | 'access' | 'sendMail' | 'clinic' | 'publicUrl' | 'log' | 'now'>;

export function peopleAnswers(ports: Ports): AnswersTo<typeof peopleRoutes> {
  const { records, auth, access, sendMail, clinic, log, now } = ports;

  /** Whoever did not lose it learns that somebody else asked. */
  async function tellOfRemoval(person: Person): Promise<void> {
    await sendMail?.(secondFactorRemovedMail({ to: person, clinicName: (await clinic.card()).name }));
  }

  return {
    'people:list': async () => [...(await records.listAccounts())],

    'people:invite': async ({ body }) => {
      const made = await records.invitePerson(body, now());
      if (made === undefined) return refuse(409, 'Someone already has an account with this email address.');
      const person = await records.findAccount(made.userId);
      if (person === undefined) throw new Error('An account that was just made is not there.');
      return { person, link: await sendAccountLink(made, ports) };
    },

    'people:change': async ({ account, params: { userId }, body }) => {
      // This keeps at least one admin, and nobody locks themselves out.
      if (userId === account.userId) return refuse(409, 'You cannot change your own account here.');
      await auth.changeAccount(userId, body);
      await access.look();
      return (await records.findAccount(userId)) ?? refuse(404, 'There is no such account.');
    },

    'people:remove-second-factor': async ({ account, params: { userId }, body: { madeSure }, tellAudit }) => {
      tellAudit({ what: `second-factor.removed-${madeSure}` });
      if (userId === account.userId) return refuse(409, 'You cannot remove your own second step here.');
      const person = await records.findAccount(userId);
      if (person === undefined) return refuse(404, 'There is no such account.');
      if (!(await records.removeSecondFactors(userId))) return refuse(409, 'This person has no second step.');
      log.warn({ by: account.userId, userId }, 'an admin removed the second step of a person');
      await access.look();
      tellOfRemoval(person).catch((error: unknown) => {
        log.error({ err: error, userId }, 'the mail server did not take a message');
      });
      return { ...person, secondFactors: [] };
    },

    'people:withdraw': async ({ params: { userId } }) => {
      if (!(await records.withdrawInvitation(userId))) return refuse(409, 'This invitation was accepted or withdrawn.');
      await access.look();
      return null;
    },

    'people:send-link': async ({ account, params: { userId } }) => {
      // Otherwise whoever finds an admin's page open could keep the account.
      if (userId === account.userId) return refuse(409, 'You cannot make a link for your own account.');
      const person = await records.findAccount(userId);
      if (person === undefined) return refuse(404, 'There is no such account.');
      const made = await records.replaceAccountLinks(userId, now());
      if (made === undefined) return refuse(409, 'This account is deactivated. Reactivate it first.');
      return sendAccountLink(made, ports);
    },
  };
}
