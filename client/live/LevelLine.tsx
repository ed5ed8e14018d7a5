import { useTranslation } from 'react-i18next';
import { treatmentPhaseNow } from '#shared/session/programOf.ts';
import { findLevel } from '#shared/domain/programs/level.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { Why } from '#client/ui/Why.tsx';
import { useQuietView } from './LiveContext.tsx';
import css from './LevelLine.module.css';

/** The family's command level, during phases that have levels. Rule LVL1. */
export function LevelLine({ program }: { readonly program: Program }) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  if (program.levels === undefined || session.phase === 'closed') return null;
  if (treatmentPhaseNow(session, program) !== program.levels.phase) return null;
  const level = findLevel(program, session.level);
  const name = level?.name ?? t('level.none');
  return (
    <p className={css['level']}>
      <span title={level === undefined ? name : `${name}: ${level.purpose}`}>{name}</span>{' '}
      <Why rule="LVL1" about={name} />
    </p>
  );
}
