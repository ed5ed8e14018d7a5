import { ActionIcon, Button } from '@mantine/core';
import { IconArrowsHorizontal, IconMinus, IconPlus, IconViewportWide } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewCode } from '../codes/reviewCodes.ts';
import type { ReviewPlayer } from '../player/createPlayer.ts';
import { useReview } from '../reviewContext.ts';
import { spanAt } from '../windowAt.ts';
import { createLaneBoard } from './laneBoard.ts';
import { ZOOM_STEP } from './laneKey.ts';
import { Lanes } from './Lanes.tsx';
import css from './LanesPanel.module.css';
import { useLanes } from './useLanes.ts';

type Props = {
  readonly player: ReviewPlayer;
  readonly codes: readonly ReviewCode[];
  readonly picked: ReviewCode | undefined;
  readonly onPick: (code: ReviewCode) => void;
  /** Text about the selected code, beside the buttons. */
  readonly children: ReactNode;
};

/** The rows with a bar above: the selection, and how much of the session is in view. */
export function LanesPanel({ player, codes, picked, onPick, children }: Props) {
  const { t } = useTranslation('review');
  const { windows } = useReview().review.state;
  const board = useMemo(() => createLaneBoard(player.endsAt), [player.endsAt]);
  const [following, setFollowing] = useState(true);
  const lanes = useLanes(codes, player.endsAt);
  const tools = [
    { name: t('lanes.closer'), Icon: IconPlus, does: () => board.zoomAbout(ZOOM_STEP) },
    { name: t('lanes.further'), Icon: IconMinus, does: () => board.zoomAbout(1 / ZOOM_STEP) },
    {
      name: t('lanes.fitWindow'),
      Icon: IconViewportWide,
      does: () => board.fit(spanAt(windows, player.now())),
    },
    { name: t('lanes.fitAll'), Icon: IconArrowsHorizontal, does: () => board.fit(undefined) },
  ];
  return (
    <section className={css['panel']} aria-label={t('lanes.title')}>
      <div className={css['bar']}>
        {children}
        <div className={css['tools']} role="group" aria-label={t('lanes.view')}>
          <Button
            size="compact-sm"
            variant={following ? 'light' : 'subtle'}
            aria-pressed={following}
            onClick={() => setFollowing(!following)}
          >
            {t('lanes.follow')}
          </Button>
          {tools.map(({ name, Icon, does }) => (
            <ActionIcon key={name} variant="subtle" color="gray" aria-label={name} title={name} onClick={does}>
              <Icon size={18} stroke={1.5} aria-hidden="true" />
            </ActionIcon>
          ))}
        </div>
      </div>
      <div className={css['rows']}>
        <Lanes
          lanes={lanes}
          player={player}
          board={board}
          picked={picked}
          onPick={onPick}
          following={following}
          onStopFollowing={() => setFollowing(false)}
        />
      </div>
    </section>
  );
}
