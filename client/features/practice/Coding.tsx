import { Button } from '@mantine/core';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { isTyping, keyName } from '#client/live/keyPress.ts';
import { takeKey, useWindowKeys } from '#client/live/useWindowKeys.ts';
import { findCode } from '#shared/domain/programs/program.ts';
import { tallyOf } from '#shared/domain/mastery.ts';
import { ClipPlayer } from './ClipPlayer.tsx';
import { CodeGuide } from './CodeGuide.tsx';
import css from './Coding.module.css';
import { actionOf, cellsOf } from '#client/live/pad/padCells.ts';
import { CodePad } from '#client/live/pad/CodePad.tsx';
import { PadSettings } from '#client/live/pad/PadSettings.tsx';
import type { Coded, Given } from '#shared/practice/scoreRun.ts';
import { createClipRun } from './clipRun.ts';

type Props = {
  readonly coded: Coded;
  readonly onFinish: (given: readonly Given[]) => void;
  readonly onLeave: () => void;
};

/** The clip and the pad. The key stays hidden until the coder is done. */
export function Coding({ coded, onFinish, onLeave }: Props) {
  const { t } = useTranslation('practice');
  const { offer, program, phase } = coded;
  const [clip] = useState(createClipRun);
  const { isOver } = useSyncExternalStore(clip.subscribe, clip.getSnapshot);
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [lit, setLit] = useState<string>();
  const cells = useMemo(() => cellsOf(program, phase), [program, phase]);

  function give(action: string) {
    setLit(action);
    // A film can run some ms longer than its clip.
    const at = Math.min(clip.now(), offer.lengthMs);
    setGiven(action === 'undo' ? given.slice(0, -1) : [...given, { code: action, at }]);
  }

  function down(event: KeyboardEvent) {
    if (isTyping(event.target)) return;
    const isMine = event.target === document.body || !(event.target instanceof HTMLElement);
    const isSpace = keyName(event) === ' ' && isMine;
    const action = isSpace ? undefined : actionOf(cells, program, event);
    if (!isSpace && action === undefined) return;
    takeKey(event);
    if (event.repeat) return;
    if (action === undefined) clip.playOrPause();
    else give(action);
  }

  useWindowKeys(down, () => setLit(undefined));

  return (
    <>
      <div className={css['desk']}>
        <ClipPlayer
          offer={offer}
          clip={clip}
          onRestart={() => {
            setGiven([]);
            clip.playFrom(0);
          }}
        />
        <CodePad
          cells={cells}
          awake
          counts={tallyOf(given.map(({ code }) => code))}
          lit={lit}
          give={(action) => {
            give(action);
            setLit(undefined);
          }}
        />
      </div>
      <section className={css['strip']} aria-label={t('strip.label')}>
        {given.length === 0 ? <p className="quiet">{t('strip.none')}</p> : null}
        <div role="log">
          <ol className={css['codes']}>
            {given
              .map((event, index) => ({ ...event, index, definition: findCode(program, event.code) }))
              .toReversed()
              .map(({ code, at, index, definition }) => (
                <li key={index} className={css['code']}>
                  <CodeChip
                    code={code}
                    valence={definition?.valence[phase.id] ?? 'neutral'}
                    tone={definition?.tone}
                    name={t('strip.given', { name: definition?.name ?? code, time: formatClock(at, 'up') })}
                    size="small"
                  />
                  <span className={css['time']} aria-hidden="true">
                    {formatClock(at, 'up')}
                  </span>
                </li>
              ))}
          </ol>
        </div>
      </section>
      <div className={css['finish']}>
        <p role="status" className="quiet">
          {t(isOver ? 'clip.over' : 'clip.notOver')}
        </p>
        <Button variant="subtle" onClick={onLeave}>
          {t('clip.leave')}
        </Button>
        <Button variant={isOver ? 'filled' : 'default'} onClick={() => onFinish(given)}>
          {t('clip.finish')}
        </Button>
      </div>
      <CodeGuide cells={cells} />
      <PadSettings cells={cells} />
    </>
  );
}
