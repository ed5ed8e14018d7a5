import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '#client/api/me.ts';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Announced } from './Announced.tsx';
import { ErasedFamilies } from './ErasedFamilies.tsx';
import { Holds } from './Holds.tsx';
import { Requests } from './Requests.tsx';
import { RetentionSettings } from './RetentionSettings.tsx';

/** For the admin: who is to be erased, legal holds, what was erased, and how long things are kept. Rules ERA1 to ERA4, RET1. */
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
  const { t } = useTranslation('retention');
  return (
    <Tabs defaultValue="requests" keepMounted={false}>
      <Tabs.List aria-label={t('tabs.label')}>
        <Tabs.Tab value="requests">{t('tabs.requests')}</Tabs.Tab>
        <Tabs.Tab value="retention">{t('tabs.retention')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="requests" pt="lg">
        <Requests />
        <Holds />
        <ErasedFamilies />
      </Tabs.Panel>
      <Tabs.Panel value="retention" pt="lg">
        <RetentionSettings />
        <Announced />
      </Tabs.Panel>
    </Tabs>
  );
}
