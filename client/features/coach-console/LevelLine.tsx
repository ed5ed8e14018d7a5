import { useTranslation } from 'react-i18next';
import { useQuietView } from '#client/components/live/LiveContext.tsx';
import { Why } from '#client/components/Why.tsx';
import { treatmentPhaseNow } from '#shared/session/programmeOf.ts';
import { findLevel } from '#shared/domain/programmes/level.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import css from './LevelLine.module.css';

/** Which commands the family is at, while the phase that has levels is coded or coached. Rule LVL1. */
export function LevelLine({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const { phase, level } = session;
  if (programme.levels === undefined || phase === 'closed') return null;
  if (treatmentPhaseNow(session, programme) !== programme.levels.phase) return null;
  const now = findLevel(programme, level);
  const name = now?.name ?? t('level.none');
  return (
    <p className={css['level']}>
      <strong>{name}.</strong> {now?.purpose ?? t('level.noneMeans')} <Why rule="LVL1" about={name} />
    </p>
  );
}
