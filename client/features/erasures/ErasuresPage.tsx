import { useTranslation } from 'react-i18next';
import { useMe } from '#client/api/me.ts';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { ErasedFamilies } from './ErasedFamilies.tsx';
import { Holds } from './Holds.tsx';
import { Requests } from './Requests.tsx';

/** For the admin: families that are to be erased, legal holds, and what stays of erased families. Rules ERA1 to ERA4. */
export function ErasuresPage() {
  const { t } = useTranslation('erasures');
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      {useMe().role === 'admin' ? <Erasures /> : <EmptyState title={t('notAdmin')}>{t('askAdmin')}</EmptyState>}
    </PageFrame>
  );
}

/** The content of the page. */
export function Erasures() {
  return (
    <>
      <Requests />
      <Holds />
      <ErasedFamilies />
    </>
  );
}
