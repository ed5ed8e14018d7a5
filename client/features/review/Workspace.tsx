import { Tabs } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '#client/components/Loading.tsx';
import { PANELS, type PanelId } from './panels.ts';
import type { ReviewPlayer } from './player/createPlayer.ts';
import { PlayerControls } from './player/PlayerControls.tsx';
import { PlayerView } from './player/PlayerView.tsx';
import css from './Workspace.module.css';

/** An open review: the room on the left, what is to be read and written on the right, the whole session below. */
export function Workspace({ player }: { readonly player: ReviewPlayer }) {
  return (
    <div className={css['workspace']}>
      <div className={css['stage']}>
        <PlayerView player={player} />
        <PlayerControls player={player} hasCoach={false} canLoop={false} onLoop={() => undefined} />
      </div>
      <Side />
    </div>
  );
}

function Side() {
  const { t } = useTranslation('review');
  const [open, setOpen] = useState<PanelId>(PANELS[0].id);
  return (
    <Tabs
      className={css['side']}
      value={open}
      onChange={(next) => setOpen(PANELS.find(({ id }) => id === next)?.id ?? open)}
      keepMounted={false}
    >
      <Tabs.List>
        {PANELS.map(({ id }) => (
          <Tabs.Tab key={id} value={id}>
            {t(`tab.${id}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PANELS.map(({ id, Content }) => (
        <Tabs.Panel key={id} value={id} className={css['panel']}>
          <Suspense fallback={<Loading />}>
            <Content />
          </Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
