import { useTranslation } from 'react-i18next';
import { figureTexts } from '#shared/domain/criterionFigures.ts';
import { Why } from '#client/ui/Why.tsx';
import type { ScoredCriterion } from '#shared/domain/mastery.ts';
import type { RunScore } from '#shared/practice/scoreRun.ts';
import css from './Tables.module.css';

/** The criteria of the clip's phase, by the key and by the coder's codes. */
export function CriteriaCompared({ criteria }: Pick<RunScore, 'criteria'>) {
  const { t } = useTranslation('practice');
  const actualOf = (criterion: ScoredCriterion) => figureTexts(criterion).actual ?? t('criteria.none');
  const isTooShort = criteria.some(({ key }) => key.result.is === 'not assessable');
  return (
    <div>
      <table className={css['table']}>
        <caption>{t('criteria.label')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('criteria.criterion')}</th>
            <th scope="col">{t('criteria.goal')}</th>
            <th scope="col">{t('criteria.key')}</th>
            <th scope="col">{t('criteria.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ key, yours }) => {
            const { goal } = figureTexts(key);
            const bound = t(key.bound === 'at least' ? 'criteria.atLeast' : 'criteria.atMost', { goal });
            return (
              <tr key={key.rule}>
                <th scope="row">
                  {key.label} <Why rule={key.rule} about={key.label} origin={key.goalOrigin} />
                </th>
                <td>{bound}</td>
                <td>{actualOf(key)}</td>
                <td>{actualOf(yours)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={css['lead']}>{t(isTooShort ? 'criteria.tooShort' : 'criteria.lead')}</p>
    </div>
  );
}
