import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewCode } from '../codes/reviewCodes.ts';
import type { ReviewPlayer } from '../player/createPlayer.ts';
import type { Lane } from './lane.ts';
import { RULER_HEIGHT } from './drawLanes.ts';
import type { LaneBoard } from './laneBoard.ts';
import css from './Lanes.module.css';
import { LaneTip, type Tip } from './LaneTip.tsx';
import { laneKey } from './laneKey.ts';
import { usePointing } from './usePointing.ts';

/** Rows up to this height, in pixels, have room for one line of their name. */
const ONE_LINE = 24;

type Props = {
  readonly lanes: readonly Lane[];
  readonly player: ReviewPlayer;
  readonly board: LaneBoard;
  readonly picked: ReviewCode | undefined;
  readonly onPick: (code: ReviewCode) => void;
  /** Whether the playhead is kept in view. Scrolling by hand turns it off. */
  readonly following: boolean;
  readonly onStopFollowing: () => void;
};

/** The session as rows over time, drawn on a canvas. The transcript has the same content as text. */
export function Lanes({ lanes, player, board, picked, onPick, following, onStopFollowing }: Props) {
  const { t } = useTranslation('review');
  const scheme = useComputedColorScheme('light');
  const canvas = useRef<HTMLCanvasElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const { ref: field, width } = useElementSize<HTMLDivElement>();
  const [tip, setTip] = useState<Tip>();

  useEffect(() => {
    if (canvas.current === null || playhead.current === null) return;
    return board.attach(canvas.current, playhead.current);
  }, [board]);

  useEffect(() => board.show(lanes), [board, lanes]);
  useEffect(() => board.pick(picked?.codeId), [board, picked]);
  useEffect(() => board.resize(width), [board, width]);
  useEffect(() => board.recolor(), [board, scheme]);
  useEffect(() => {
    const move = () => board.moveTo(player.now(), following);
    move();
    return player.subscribe(move);
  }, [board, player, following]);

  usePointing({ canvas, board, player, onPick, onTip: setTip, onStopFollowing });

  return (
    <div className={css['lanes']}>
      <ul className={css['labels']} style={{ paddingBlockStart: RULER_HEIGHT }} aria-hidden="true">
        {lanes.map(({ id, label, height }) => (
          <li key={id} style={{ height }} title={label} data-tall={height > ONE_LINE}>
            <span>{label}</span>
          </li>
        ))}
      </ul>
      <div
        ref={field}
        className={css['field']}
        role="application"
        tabIndex={0}
        data-own-keys
        aria-label={t('lanes.label')}
        aria-describedby="lanes-keys"
        onKeyDown={(event) => {
          if (laneKey(event.nativeEvent, { lanes, board, picked, onPick, player })) event.preventDefault();
        }}
      >
        <canvas ref={canvas} className={css['canvas']} />
        <div ref={playhead} className={css['playhead']} />
        <LaneTip tip={tip} width={width} />
      </div>
      <p id="lanes-keys" className="visually-hidden">
        {t('lanes.keys')}
      </p>
    </div>
  );
}
