import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { ReviewCode } from '../codes/reviewCodes.ts';
import type { Player } from '../reviewContext.ts';
import type { LaneBoard } from './laneBoard.ts';
import type { Tip } from './LaneTip.tsx';

/** A pointer that moved less than this, in pixels, has clicked. */
const CLICK_PX = 4;

/** The zoom of one wheel notch. Trackpads send many small ones. */
const WHEEL_ZOOM = 0.0018;

type Pointing = {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly board: LaneBoard;
  readonly player: Pick<Player, 'seek' | 'playAround'>;
  readonly onPick: (code: ReviewCode) => void;
  readonly onTip: (tip: Tip | undefined) => void;
  readonly onStopFollowing: () => void;
};

/** Mouse, wheel and touch on the rows: scroll, zoom, hover, select a code, go to a moment. */
export function usePointing({ canvas, board, player, onPick, onTip, onStopFollowing }: Pointing): void {
  const look = useEffectEvent((x: number, y: number) => {
    const pointed = board.pointedAt(x, y);
    board.hover(pointed?.mark);
    onTip(pointed?.mark || pointed?.band ? { x, y, mark: pointed.mark, band: pointed.band } : undefined);
  });
  const leave = useEffectEvent(() => {
    board.hover(undefined);
    onTip(undefined);
  });
  const click = useEffectEvent((x: number, y: number) => {
    const mark = board.pointedAt(x, y)?.mark;
    if (mark?.is === 'code') onPick(mark.code);
    if (mark !== undefined) player.playAround(mark.at);
    else player.seek(board.timeAt(x));
  });
  const scrub = useEffectEvent((x: number) => {
    player.seek(board.timeAt(x));
  });
  const move = useEffectEvent((pixels: number) => {
    onStopFollowing();
    board.panBy(pixels);
  });
  const wheel = useEffectEvent((event: WheelEvent, x: number) => {
    if (event.ctrlKey || event.metaKey) board.zoomAbout(Math.exp(event.deltaY * WHEEL_ZOOM * 4), x);
    else move(Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY);
  });
  const pinch = useEffectEvent((factor: number, x: number) => board.zoomAbout(factor, x));
  const isRuler = useEffectEvent((y: number) => board.isRuler(y));

  useEffect(() => {
    const place = canvas.current;
    if (place === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    const held = new Map<number, { x: number; y: number; moved: number; scrubs: boolean }>();
    const pointOf = (event: MouseEvent) => {
      const { left, top } = place.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };

    place.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        wheel(event, pointOf(event).x);
      },
      { signal, passive: false },
    );
    place.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0) return;
        const point = pointOf(event);
        place.setPointerCapture(event.pointerId);
        held.set(event.pointerId, { ...point, moved: 0, scrubs: isRuler(point.y) });
        if (isRuler(point.y)) scrub(point.x);
      },
      { signal },
    );
    place.addEventListener(
      'pointermove',
      (event) => {
        const point = pointOf(event);
        const drag = held.get(event.pointerId);
        if (drag === undefined) {
          look(point.x, point.y);
          return;
        }
        const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
        if (other !== undefined) pinch(apart(drag, other) / Math.max(apart(point, other), 1), (point.x + other.x) / 2);
        else if (drag.scrubs) scrub(point.x);
        else if (drag.moved + Math.abs(point.x - drag.x) > CLICK_PX) move(drag.x - point.x);
        held.set(event.pointerId, { ...drag, ...point, moved: drag.moved + apart(point, drag) });
      },
      { signal },
    );
    const release = (event: PointerEvent) => {
      const drag = held.get(event.pointerId);
      held.delete(event.pointerId);
      if (event.type === 'pointerup' && drag && !drag.scrubs && drag.moved <= CLICK_PX) click(drag.x, drag.y);
    };
    place.addEventListener('pointerup', release, { signal });
    place.addEventListener('pointercancel', release, { signal });
    place.addEventListener('pointerleave', () => leave(), { signal });
    return () => stop.abort();
  }, [canvas]);
}

function apart(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
