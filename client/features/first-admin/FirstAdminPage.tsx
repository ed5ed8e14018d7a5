import '#client/styles/staffPages.ts';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { machineTimeZone } from '#client/api/machineTimeZone.ts';
import { EmailInput } from '#client/ui/EmailInput.tsx';
import { NewPasswordInput } from '#client/ui/NewPasswordInput.tsx';
import { PasswordProblem } from '#client/ui/PasswordProblem.tsx';
import { NarrowPage } from '#client/frame/NarrowPage.tsx';
import { TimeZoneInput } from '#client/ui/TimeZoneInput.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { ClinicSettings } from '#shared/protocol/clinic.ts';
import { FirstAdmin } from '#shared/protocol/http/clinic.ts';
import { call } from '#client/api/http.ts';

const Fields = FirstAdmin.omit({ clinic: true, secret: true })
  .extend({
    clinicName: ClinicSettings.shape.name,
    telephone: ClinicSettings.shape.telephone,
    timeZone: ClinicSettings.shape.timeZone,
  })
  .transform(({ clinicName, telephone, timeZone, ...person }): Omit<FirstAdmin, 'secret'> => {
    return { ...person, clinic: { name: clinicName, telephone, timeZone } };
  });

type Props = { readonly secret: string | undefined; readonly onMade: () => void };

/** Makes the first account of an empty clinic and signs it in. Only the printed link leads to the form. */
export function FirstAdminPage({ secret, onMade }: Props) {
  const { t } = useTranslation('firstAdmin');
  if (secret === undefined) return <NarrowPage title={t('title')} lead={t('openLink')} />;
  return <FirstAdminForm secret={secret} onMade={onMade} />;
}

function FirstAdminForm({ secret, onMade }: { readonly secret: string; readonly onMade: () => void }) {
  const { t } = useTranslation('firstAdmin');
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    Fields,
    (admin) => call('first-admin:make', { body: { ...admin, secret } }),
    onMade,
  );

  return (
    <NarrowPage title={t('title')} lead={t('lead')}>
      <form noValidate onSubmit={onSubmit}>
        <TextInput
          name="name"
          label={t('name')}
          autoComplete="name"
          autoFocus
          error={isMissing('name') && t('needName')}
        />
        <EmailInput label={t('email')} error={isMissing('email') && t('needEmail')} />
        <NewPasswordInput label={t('password')} isMissing={isMissing('password')} about={[]} />
        <TextInput
          name="clinicName"
          label={t('clinicName')}
          autoComplete="organization"
          error={isMissing('clinicName') && t('needClinicName')}
        />
        <TextInput
          name="telephone"
          type="tel"
          label={t('telephone')}
          description={t('telephoneHint')}
          autoComplete="off"
          error={isMissing('telephone') && t('needTelephone')}
        />
        <TimeZoneInput
          label={t('timeZone')}
          description={t('timeZoneHint')}
          defaultValue={machineTimeZone()}
          error={isMissing('timeZone') && t('needTimeZone')}
        />
        <PasswordProblem failure={failure} />
        <Button type="submit" loading={busy}>
          {t('submit')}
        </Button>
      </form>
    </NarrowPage>
  );
}
