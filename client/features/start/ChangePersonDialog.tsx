import { NativeSelect, PasswordInput, Radio } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { queryOf } from '#client/api/queryOf.ts';
import { call } from '#client/api/http.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import css from './PeoplePage.module.css';
import { AccountChange, type Person } from '#shared/protocol/http/people.ts';

const [role, password] = AccountChange.options;
const STAFF_ROLES = role.shape.role.options;
/** The form's choices. The new access is the opposite of the current one. */
const Chosen = z.discriminatedUnion('what', [role, password, z.object({ what: z.literal('access') })]);
type What = AccountChange['what'];

/** Changes one thing in an account: the role, the password, or whether it can sign in. */
export function ChangePersonDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation(['start', 'common']);
  const queries = useQueryClient();
  const [what, setWhat] = useState<What>('role');
  const { userId, name, isActive } = person;

  async function send(chosen: z.output<typeof Chosen>): Promise<void> {
    const body: AccountChange = chosen.what === 'access' ? { ...chosen, isActive: !isActive } : chosen;
    const changed = await call('people:change', { userId, body });
    queries.setQueryData(queryOf('people:list').queryKey, (people = []) =>
      people.map((one) => (one.userId === userId ? changed : one)),
    );
  }

  return (
    <FormDialog
      title={t('people.changeOf', { name })}
      submitLabel={t(what === 'access' ? `people.access.${isActive ? 'take' : 'give'}` : 'people.save')}
      schema={Chosen}
      send={send}
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
              <Radio value="password" label={t('people.newPassword')} />
              <Radio value="access" label={t(`people.access.${isActive ? 'take' : 'give'}`)} />
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
          {what === 'password' && (
            <PasswordInput
              name="password"
              label={t('people.newPassword')}
              description={t('people.passwordHint')}
              autoComplete="new-password"
              error={isMissing('password') && t('people.needPassword')}
            />
          )}
          <p>{t(what === 'access' && isActive ? 'people.access.keeps' : 'people.signsOut', { name })}</p>
        </>
      )}
    </FormDialog>
  );
}
