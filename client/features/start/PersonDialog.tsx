import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { call, HttpError } from '#client/api/http.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { NewAccount } from '#shared/protocol/http/people.ts';

/** Adds an account. */
export function PersonDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['start', 'common']);
  const queries = useQueryClient();

  async function send(account: NewAccount): Promise<void> {
    const made = await call('people:make', { body: account });
    queries.setQueryData(queryOf('people:list').queryKey, (people = []) => [...people, made]);
  }

  return (
    <FormDialog
      title={t('people.add')}
      submitLabel={t('people.submit')}
      schema={NewAccount}
      send={send}
      onClose={onClose}
      sayFailure={(failure) =>
        failure instanceof HttpError && failure.problem === 'refused' ? (
          <ErrorNote happened={t('people.taken')} kept={t('common:nothingLost')} next={t('people.takenNext')} />
        ) : undefined
      }
    >
      {(isMissing) => (
        <>
          <TextInput
            name="name"
            label={t('people.name')}
            autoComplete="off"
            data-autofocus
            error={isMissing('name') && t('people.needName')}
          />
          <TextInput
            name="email"
            type="email"
            label={t('people.email')}
            autoComplete="off"
            error={isMissing('email') && t('people.needEmail')}
          />
          <NativeSelect
            name="role"
            label={t('people.role')}
            data={NewAccount.shape.role.options.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
          />
          <PasswordInput
            name="password"
            label={t('people.password')}
            description={t('people.passwordHint')}
            autoComplete="new-password"
            error={isMissing('password') && t('people.needPassword')}
          />
        </>
      )}
    </FormDialog>
  );
}
