import { Tabs } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '#client/ui/Loading.tsx';
import { PANELS, type PanelId } from './panels.ts';
import css from './SidePanels.module.css';

/** The tabs beside the player. */
export function SidePanels() {
  const { t } = useTranslation('review');
  const [open, setOpen] = useState<PanelId>(PANELS[0].id);
  return (
    <Tabs
      className={css['side']}
      value={open}
      onChange={(next) => setOpen(PANELS.find(({ id }) => id === next)?.id ?? open)}
      keepMounted={false}
    >
      <Tabs.List className={css['tabs']} aria-label={t('tab.label')}>
        {PANELS.map(({ id }) => (
          <Tabs.Tab key={id} value={id} className={css['tab']}>
            {t(`tab.${id}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PANELS.map(({ id, Content }) => (
        <Tabs.Panel key={id} value={id} className={css['panel']}>
          <h2 className="visually-hidden">{t(`tab.${id}`)}</h2>
          <Suspense fallback={<Loading />}>
            <Content />
          </Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
