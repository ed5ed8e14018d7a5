import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/components/formatClock.ts';
import { percentOf } from '#shared/domain/criterionFigures.ts';
import css from './ClipChoice.module.css';
import type { Coded } from './scoreRun.ts';

type Props = {
  readonly clips: readonly Coded[];
  /** The agreement of the last try of each clip, since the page was opened. */
  readonly lastTries: ReadonlyMap<string, number | null>;
  readonly onChoose: (clip: Coded) => void;
};

/** The clips there are, each with what is to be coded in it. */
export function ClipChoice({ clips, lastTries, onChoose }: Props) {
  const { t } = useTranslation('practice');
  return (
    <ul className={css['clips']} aria-label={t('clips.label')}>
      {clips.map((clip) => {
        const { offer, phase } = clip;
        const last = lastTries.get(offer.id);
        return (
          <li key={offer.id} className={css['clip']}>
            <div>
              <h2 className={css['title']}>{offer.title}</h2>
              <p className={css['about']}>
                {phase.name}, {formatClock(offer.lengthMs, 'up')}. {offer.about}
              </p>
              {last === undefined ? null : (
                <p className={css['last']}>
                  {last === null ? t('clips.lastNone') : t('clips.last', { percent: percentOf(last) })}
                </p>
              )}
            </div>
            <Button
              variant={last === undefined ? 'filled' : 'default'}
              aria-label={t(last === undefined ? 'clips.startNamed' : 'clips.againNamed', { title: offer.title })}
              onClick={() => onChoose(clip)}
            >
              {t(last === undefined ? 'clips.start' : 'clips.again')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
