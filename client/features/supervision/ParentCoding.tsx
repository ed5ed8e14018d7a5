import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doubtKey, isTyping } from '#client/live/keyPress.ts';
import { useLiveParts, useLiveView } from '#client/live/LiveContext.tsx';
import { takeKey, useWindowKeys } from '#client/live/useWindowKeys.ts';
import { phaseNow } from '#client/live/windowScore.ts';
import { CodePad } from '#client/live/pad/CodePad.tsx';
import { actionOf, cellsOf } from '#client/live/pad/padCells.ts';
import { PadSettings } from '#client/live/pad/PadSettings.tsx';
import { useDoubt } from '#client/live/pad/useDoubt.ts';
import { codesIn, type Program } from '#shared/domain/programs/program.ts';
import { BlindChoice } from './BlindChoice.tsx';
import css from './ParentCoding.module.css';
import { ownTally } from './ownTally.ts';

/** An observer's own coding of the parent, only to compare with the lead coach's. Rules COD2, REV2. */
export function ParentCoding({ program }: { readonly program: Program }) {
  const { t } = useTranslation('supervision');
  const { live } = useLiveParts();
  const view = useLiveView();
  const { phase, inPlay } = view.session;
  const treatment = phaseNow(view.session, program);
  const doubt = useDoubt(program);
  const [lit, setLit] = useState<string>();
  // Only the lead coach codes the child and the steps.
  const cells = useMemo(
    () =>
      cellsOf(program, treatment).filter(
        ({ action, definition }) => action === 'undo' || definition?.stream === 'parent',
      ),
    [program, treatment],
  );
  const isAwake = (phase === 'coding' || phase === 'coaching') && inPlay !== undefined;

  function give(action: string, timeStamp: number) {
    if (action === 'undo') {
      if (doubt.isArmed()) doubt.disarm();
      else live.undo(codesIn(program, 'parent').map(({ code }) => code));
      return;
    }
    if (!isAwake) return;
    if (!doubt.isArmed()) {
      live.press(action, inPlay, timeStamp);
      return;
    }
    const settled = doubt.take(action);
    if (settled) live.press(settled.code, inPlay, settled.timeStamp, settled.doubt);
  }

  useWindowKeys(
    (event) => {
      if (isTyping(event.target)) return;
      const mode = doubtKey(event);
      const action = mode === undefined ? actionOf(cells, program, event) : undefined;
      const isOnPad = cells.some((cell) => cell.action === action);
      if (mode === undefined && !isOnPad) return;
      takeKey(event);
      if (event.repeat) return;
      if (mode !== undefined && isAwake) doubt.arm(mode, event.timeStamp);
      if (action === undefined) return;
      setLit(action);
      give(action, event.timeStamp);
    },
    () => setLit(undefined),
  );

  return (
    <section className={css['coding']} aria-label={t('parent.label')}>
      <CodePad
        cells={cells}
        counts={ownTally(view)}
        awake={isAwake}
        mayUndo
        lit={lit ?? doubt.armed?.first}
        give={give}
      />
      <p className={css['state']} role={doubt.armed && 'status'}>
        {t(doubt.armed ? 'parent.armed' : isAwake ? 'parent.keys' : 'parent.asleep')}
      </p>
      <BlindChoice />
      <PadSettings cells={cells} />
    </section>
  );
}
