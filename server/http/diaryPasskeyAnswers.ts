import type { diaryPasskeyRoutes } from '#shared/protocol/http/diaryPasskeys.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { caregiverName, createOwnPages, NOT_OPEN } from './ownPage.ts';
import { refuse } from './refusal.ts';

type Ports = Pick<HttpPorts, 'records' | 'courses' | 'diaryPasskeys' | 'publicUrl' | 'now'>;

/** Passkeys that open a caregiver's diary again without a link. Rule PER18. */
export function diaryPasskeyAnswers(ports: Ports): AnswersTo<typeof diaryPasskeyRoutes> {
  const { records, diaryPasskeys } = ports;
  const pages = createOwnPages(ports);

  return {
    'diary-passkey:begin': async (asked) => {
      const open = await pages.find(asked);
      return open === undefined ? NOT_OPEN : diaryPasskeys.askNew(open.owner, caregiverName(open));
    },

    'diary-passkey:add': async ({ body, ...asked }) => {
      const open = await pages.find(asked);
      if (open === undefined) return NOT_OPEN;
      if (!(await diaryPasskeys.add(open, body))) return refuse(422, 'That did not work. Please try again.');
      return null;
    },

    'diary-passkey:remove': async (asked) => {
      const open = await pages.find(asked);
      if (open === undefined) return NOT_OPEN;
      await records.removeCaregiverPasskeys(open.owner);
      return null;
    },

    'diary-sign-in:begin': async () => diaryPasskeys.ask(),

    'diary-sign-in:give': async ({ body, ...asked }) => {
      const opened = await diaryPasskeys.open(body);
      if (opened === undefined) {
        return refuse(401, 'That key is not known here. Please ask your therapist for a new link.');
      }
      pages.begin(asked, opened);
      return null;
    },
  };
}
