import { useTranslation } from 'react-i18next';
import { treatmentPhaseNow } from '#shared/session/programmeOf.ts';
import { findLevel } from '#shared/domain/programmes/level.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { Why } from '#client/ui/Why.tsx';
import { useQuietView } from './LiveContext.tsx';
import css from './LevelLine.module.css';

/** Which commands the family is at, while the phase that has levels is coded or coached. Rule LVL1. */
export function LevelLine({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  if (programme.levels === undefined || session.phase === 'closed') return null;
  if (treatmentPhaseNow(session, programme) !== programme.levels.phase) return null;
  const level = findLevel(programme, session.level);
  const name = level?.name ?? t('level.none');
  return (
    <p className={css['level']}>
      <span title={level?.purpose}>{name}</span> <Why rule="LVL1" about={name} />
    </p>
  );
}
