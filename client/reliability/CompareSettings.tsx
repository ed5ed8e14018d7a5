import { useId } from 'react';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Why } from '#client/ui/Why.tsx';
import { estimateLag } from '#shared/domain/reliability/estimateLag.ts';
import type { CoderPair } from '#shared/session/review/reliabilityOf.ts';
import css from './CompareSettings.module.css';

/** The choices of tolerance, in seconds. Rule REL1. */
const TOLERANCES = [1, 2, 3, 5];

type Props = {
  readonly pair: CoderPair;
  readonly toleranceMs: number;
  readonly lag: 'none' | 'auto';
  readonly onTolerance: (ms: number) => void;
  readonly onLag: (lag: 'none' | 'auto') => void;
};

/** The maximum time between two codes of one event, and whether the slower coder's delay is compensated. */
export function CompareSettings({ pair, toleranceMs, lag, onTolerance, onLag }: Props) {
  const { t } = useTranslation('reliability');
  const id = useId();
  return (
    <div className={css['settings']}>
      <div className={css['tolerance']}>
        <label htmlFor={id}>{t('settings.tolerance')}</label>
        <NativeSelect
          id={id}
          value={toleranceMs}
          onChange={(event) => onTolerance(Number(event.currentTarget.value))}
          data={TOLERANCES.map((seconds) => ({
            value: String(seconds * 1_000),
            label: t('settings.seconds', { count: seconds }),
          }))}
        />
      </div>
      <div className={css['lag']}>
        <label className={css['check']}>
          <input
            type="checkbox"
            checked={lag === 'auto'}
            onChange={(event) => onLag(event.currentTarget.checked ? 'auto' : 'none')}
          />
          {t('settings.lag')}
        </label>
        <LagWords pair={pair} isOut={lag === 'auto'} />
      </div>
    </div>
  );
}

function LagWords({ pair: { reference, trainee }, isOut }: { readonly pair: CoderPair; readonly isOut: boolean }) {
  const { t } = useTranslation('reliability');
  const lagMs = estimateLag(reference.codes, trainee.codes);
  const which = lagMs === 0 ? 'none' : lagMs > 0 ? 'late' : 'early';
  const seconds = (Math.abs(lagMs) / 1_000).toFixed(1);
  return (
    <p className="quiet">
      {t(`lag.${which}`, { reference: reference.name, trainee: trainee.name, seconds })}{' '}
      {isOut && lagMs !== 0 ? t('lag.shifted') : ''} <Why rule="REL4" about={t('settings.lag')} />
    </p>
  );
}
