import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** Long enough not to happen by accident, short enough to do in a session. */
export const HOLD_MS = 1_000;

/** How long a single click stays armed, in ms. */
const ARMED_MS = 4_000;

type HoldStage = 'idle' | 'holding' | 'armed';

/** Props for a button that acts when held, or when clicked twice on devices that can only click. */
export function useHold(onHeld: () => void, holdMs: number) {
  const [stage, setStage] = useState<HoldStage>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const byHand = useRef(false);

  useEffect(() => () => clearTimeout(timer.current), []);

  function enter(next: HoldStage, forMs: number, then: () => void): void {
    clearTimeout(timer.current);
    setStage(next);
    timer.current = setTimeout(() => {
      setStage('idle');
      then();
    }, forMs);
  }

  function press(): void {
    byHand.current = true;
    enter('holding', holdMs, onHeld);
  }

  function release(): void {
    clearTimeout(timer.current);
    setStage('idle');
  }

  function click(event: MouseEvent): void {
    const ownClick = byHand.current || event.detail > 0;
    byHand.current = false;
    if (ownClick) return;
    if (stage === 'armed') {
      release();
      onHeld();
    } else {
      enter('armed', ARMED_MS, () => undefined);
    }
  }

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) press();
    },
    onPointerUp: release,
    onPointerLeave: release,
    onPointerCancel: release,
    onBlur: release,
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      if (!event.repeat) press();
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      byHand.current = false;
      release();
    },
    onClick: click,
  };
  return { stage, handlers };
}
