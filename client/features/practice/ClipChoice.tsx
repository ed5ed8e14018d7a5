import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import type { Coded } from '#shared/practice/scoreRun.ts';
import css from './ClipChoice.module.css';

type Props = {
  readonly clips: readonly Coded[];
  readonly onChoose: (clip: Coded) => void;
};

/** The available clips, each with what is coded in it. */
export function ClipChoice({ clips, onChoose }: Props) {
  const { t } = useTranslation('practice');
  return (
    <ul className="rows" aria-label={t('clips.label')}>
      {clips.map((clip) => {
        const { offer, phase } = clip;
        return (
          <li key={offer.id} className={css['clip']}>
            <div>
              <h2>{offer.title}</h2>
              <p className={css['about']}>
                {phase.name}, {formatClock(offer.lengthMs, 'up')}. {offer.about}
              </p>
            </div>
            <Button
              variant="light"
              aria-label={t('clips.startNamed', { title: offer.title })}
              onClick={() => onChoose(clip)}
            >
              {t('clips.start')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
