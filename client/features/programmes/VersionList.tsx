import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { programmeVersionsQuery } from '#client/api/clinicQueries.ts';
import type { ClinicProgrammeId } from '#shared/protocol/ids.ts';
import css from './ProgrammeDetails.module.css';

/** Who made which version, and when. */
export function VersionList({ id }: { readonly id: ClinicProgrammeId }) {
  const { t } = useTranslation('programmes');
  const { whenOf } = useClinicTime();
  const versions = useQuery(programmeVersionsQuery(id));
  return (
    <details className={css['stream']}>
      <summary>{t('versions')}</summary>
      <ol reversed>
        {versions.data?.map(({ version, madeBy, madeAt }) => (
          <li key={version}>{t('version', { version, by: madeBy, on: whenOf(madeAt) })}</li>
        ))}
      </ol>
    </details>
  );
}
