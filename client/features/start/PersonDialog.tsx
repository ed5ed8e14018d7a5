import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call, HttpError } from '#client/api/http.ts';
import { EmailInput } from '#client/ui/EmailInput.tsx';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { type Invited, NewPerson } from '#shared/protocol/http/people.ts';

type Props = { readonly onInvited: (invited: Invited) => void; readonly onClose: () => void };

/** Invites a person, who sets their own password. */
export function PersonDialog({ onInvited, onClose }: Props) {
  const { t } = useTranslation(['start', 'common']);
  return (
    <FormDialog
      title={t('people.invite')}
      submitLabel={t('people.submit')}
      schema={NewPerson}
      send={(person) => call('people:invite', { body: person })}
      onDone={onInvited}
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
          <EmailInput label={t('people.email')} isOwn={false} error={isMissing('email') && t('people.needEmail')} />
          <NativeSelect
            name="role"
            label={t('people.role')}
            data={NewPerson.shape.role.options.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
          />
          <p className="quiet small">{t('people.ownPassword')}</p>
        </>
      )}
    </FormDialog>
  );
}
