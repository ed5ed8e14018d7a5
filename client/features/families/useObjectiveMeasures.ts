import { useTranslation } from 'react-i18next';
import type { Program } from '#shared/domain/programs/program.ts';
import { objectiveMeasuresOf } from './objectiveMeasures.ts';

/** The measures that an objective can use, with their names. */
export function useObjectiveMeasures(program: Program) {
  const { t } = useTranslation('families');
  return objectiveMeasuresOf(program, {
    codeCount: (label, phase) => t('objectives.kinds.codeCount', { label, phase }),
    effective: t('objectives.kinds.effective'),
    followThrough: t('objectives.kinds.followThrough'),
    practiceDays: t('objectives.kinds.practiceDays'),
    praisesADay: t('objectives.kinds.praisesADay'),
  });
}
