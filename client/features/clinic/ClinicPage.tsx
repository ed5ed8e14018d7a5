import { TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { useClinic, useClinicTime } from '#client/api/clinic.ts';
import { machineTimeZone } from '#client/api/machineTimeZone.ts';
import { useMe } from '#client/api/me.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { TimeZoneInput } from '#client/ui/TimeZoneInput.tsx';
import { SavedForm } from '#client/ui/SavedForm.tsx';
import { ClinicSettings, ClinicSettingsVersion } from '#shared/protocol/clinic.ts';
import css from './ClinicPage.module.css';
import { SignInPolicyForm } from './SignInPolicyForm.tsx';
import { call } from '#client/api/http.ts';

/** The clinic's name, number and time zone for the admin, and earlier versions. */
export function ClinicPage() {
  const { t } = useTranslation('clinic');
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      {useMe().role === 'admin' ? <Settings /> : <EmptyState title={t('notAdmin')}>{t('askAdmin')}</EmptyState>}
    </PageFrame>
  );
}

function Settings() {
  const settings = useQuery(queryOf('clinic-settings:read'));
  if (settings.isPending) return <Loading />;
  if (settings.isError) return <HttpErrorNote error={settings.error} onRetry={() => void settings.refetch()} />;
  return (
    <>
      <SettingsForm isSet={settings.data.length > 0} />
      <History versions={settings.data} />
      <SignInPolicyForm />
    </>
  );
}

function SettingsForm({ isSet }: { readonly isSet: boolean }) {
  const { t } = useTranslation('clinic');
  const clinic = useClinic();
  const queries = useQueryClient();

  async function send(settings: ClinicSettings): Promise<void> {
    await call('clinic-settings:change', { body: settings });
    await invalidate(queries, 'clinic:read', 'clinic-settings:read');
  }

  return (
    <SavedForm schema={ClinicSettings} send={send} submitLabel={t('submit')} savedWords={t('saved')}>
      {(isMissing) => (
        <>
          {!isSet && <p className="quiet">{t('suggested', { server: clinic.timeZone, browser: machineTimeZone() })}</p>}
          <TextInput
            name="name"
            label={t('name')}
            autoComplete="organization"
            defaultValue={clinic.name}
            error={isMissing('name') && t('needName')}
          />
          <TextInput
            name="telephone"
            type="tel"
            label={t('telephone')}
            description={t('telephoneHint')}
            autoComplete="off"
            defaultValue={clinic.telephone}
            error={isMissing('telephone') && t('needTelephone')}
          />
          {isSet && clinic.telephone === '' && <p className="quiet small">{t('noTelephone')}</p>}
          <TimeZoneInput
            label={t('timeZone')}
            description={t('timeZoneHint')}
            defaultValue={isSet ? clinic.timeZone : machineTimeZone()}
            error={isMissing('timeZone') && t('needTimeZone')}
          />
        </>
      )}
    </SavedForm>
  );
}

function History({ versions }: { readonly versions: readonly ClinicSettingsVersion[] }) {
  const { t } = useTranslation('clinic');
  const { whenOf } = useClinicTime();
  if (versions.length === 0) return null;
  return (
    <details className={css['history']}>
      <summary>{t('history')}</summary>
      <ol reversed>
        {versions.map(({ version, name, telephone, timeZone: zone, madeBy: by, madeAt }) => (
          <li key={version}>
            {t('version', { name, telephone: telephone || t('noNumber'), zone, by, on: whenOf(madeAt) })}
          </li>
        ))}
      </ol>
    </details>
  );
}
