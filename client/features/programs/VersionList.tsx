import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { useClinicTime } from '#client/api/clinic.ts';
import type { ClinicProgramId } from '#shared/protocol/ids.ts';
import css from './ProgramDetails.module.css';

/** Who made which version, and when. */
export function VersionList({ id }: { readonly id: ClinicProgramId }) {
  const { t } = useTranslation('programs');
  const { whenOf } = useClinicTime();
  const versions = useQuery(queryOf('program:read', { clinicProgramId: id }));
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
