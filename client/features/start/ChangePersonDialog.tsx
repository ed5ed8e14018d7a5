import { NativeSelect, Radio } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { queryOf } from '#client/api/queryOf.ts';
import { call } from '#client/api/http.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import css from './PeoplePage.module.css';
import type { SentLink } from '#shared/protocol/http/accountLinks.ts';
import { AccountChange, FactorRemoval, type Person } from '#shared/protocol/http/people.ts';

const [role] = AccountChange.options;
const WAYS_TO_MAKE_SURE = FactorRemoval.shape.madeSure.options;
const STAFF_ROLES = role.shape.role.options;
/** The form's choices. The new access is the opposite of the current one. */
const Chosen = z.discriminatedUnion('what', [
  role,
  z.object({ what: z.literal('password') }),
  FactorRemoval.extend({ what: z.literal('second') }),
  z.object({ what: z.literal('access') }),
]);
type Chosen = z.infer<typeof Chosen>;

type Props = {
  readonly person: Person;
  readonly onSent: (link: SentLink) => void;
  readonly onClose: () => void;
};

/** Changes one thing in an account: the role, the password by a link, a lost second step, or whether it can sign in. */
export function ChangePersonDialog({ person, onSent, onClose }: Props) {
  const { t } = useTranslation(['start', 'common']);
  const queries = useQueryClient();
  const [what, setWhat] = useState<Chosen['what']>('role');
  const { userId, name, standing, secondFactors } = person;
  const access = standing === 'deactivated' ? 'give' : 'take';

  async function change(chosen: Exclude<Chosen, { what: 'password' }>): Promise<Person> {
    if (chosen.what === 'second') {
      return call('people:remove-second-factor', { userId, body: { madeSure: chosen.madeSure } });
    }
    const body: AccountChange = chosen.what === 'access' ? { what: 'access', isActive: access === 'give' } : chosen;
    return call('people:change', { userId, body });
  }

  async function send(chosen: Chosen): Promise<SentLink | undefined> {
    if (chosen.what === 'password') return call('people:send-link', { userId });
    const changed = await change(chosen);
    queries.setQueryData(queryOf('people:list').queryKey, (people = []) =>
      people.map((one) => (one.userId === userId ? changed : one)),
    );
    return undefined;
  }

  const submitLabel = {
    role: t('people.save'),
    password: t('people.sendPasswordLink'),
    second: t('people.second.remove'),
    access: t(`people.access.${access}`),
  };
  const effect = {
    role: t('people.signsOut', { name }),
    password: t('people.passwordLinkText', { name }),
    second: t('people.second.text', { name }),
    access: t(access === 'take' ? 'people.access.keeps' : 'people.signsOut', { name }),
  };

  return (
    <FormDialog
      title={t('people.changeOf', { name })}
      submitLabel={submitLabel[what]}
      schema={Chosen}
      send={send}
      onDone={(link) => (link === undefined ? onClose() : onSent(link))}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <Radio.Group
            name="what"
            label={t('people.what')}
            value={what}
            onChange={(chosen) =>
              setWhat(Chosen.options.find(({ shape }) => shape.what.value === chosen)?.shape.what.value ?? 'role')
            }
          >
            <div className={css['choices']}>
              <Radio value="role" label={t('people.role')} />
              {access === 'take' && <Radio value="password" label={t('people.newPassword')} />}
              {secondFactors.length > 0 && <Radio value="second" label={t('people.second.remove')} />}
              <Radio value="access" label={t(`people.access.${access}`)} />
            </div>
          </Radio.Group>
          {what === 'role' && (
            <NativeSelect
              name="role"
              label={t('people.newRole')}
              defaultValue={person.role}
              data={STAFF_ROLES.map((one) => ({ value: one, label: t(`common:role.${one}`) }))}
            />
          )}
          {what === 'second' && (
            <Radio.Group
              name="madeSure"
              label={t('people.second.madeSure', { name })}
              description={t('people.second.notByMessage', { name })}
              error={isMissing('madeSure') && t('people.second.needMadeSure')}
            >
              <div className={css['choices']}>
                {WAYS_TO_MAKE_SURE.map((way) => (
                  <Radio key={way} value={way} label={t(`people.second.${way}`, { name })} />
                ))}
              </div>
            </Radio.Group>
          )}
          <p>{effect[what]}</p>
        </>
      )}
    </FormDialog>
  );
}
