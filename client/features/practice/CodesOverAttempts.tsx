import { useTranslation } from 'react-i18next';
import { percentText } from '#shared/domain/criterionFigures.ts';
import { findCode } from '#shared/domain/programs/program.ts';
import type { PracticeAttempt } from '#shared/protocol/practice.ts';
import type { Coded } from '#shared/practice/scoreRun.ts';
import { countsForCoder } from '#shared/practice/watched.ts';
import css from './Tables.module.css';

type Props = { readonly attempts: readonly PracticeAttempt[]; readonly clips: readonly Coded[] };

/** How often each code of a key was recognized in the shown attempts that count, the hardest first. */
export function CodesOverAttempts({ attempts, clips }: Props) {
  const { t } = useTranslation('practice');
  const all = attempts.filter(countsForCoder).flatMap(({ score }) => score.byCode);
  const codes = [...new Set(all.map(({ code }) => code))].flatMap((code) => {
    const own = all.filter((one) => one.code === code);
    const inKey = own.reduce((sum, one) => sum + one.inKey, 0);
    const agreed = own.reduce((sum, one) => sum + one.agreed, 0);
    return inKey === 0 ? [] : [{ code, inKey, agreed, met: agreed / inKey }];
  });
  const nameOf = (code: string) => clips.flatMap(({ program }) => findCode(program, code) ?? [])[0]?.name ?? code;
  if (codes.length === 0) return <p className={css['lead']}>{t('attempts.noneCount')}</p>;
  return (
    <table className={css['table']}>
      <caption>{t('attempts.byCode')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('byCode.code')}</th>
          <th scope="col">{t('byCode.key')}</th>
          <th scope="col">{t('byCode.agreed')}</th>
          <th scope="col">{t('attempts.met')}</th>
        </tr>
      </thead>
      <tbody>
        {codes
          .toSorted((one, other) => one.met - other.met)
          .map(({ code, inKey, agreed, met }) => (
            <tr key={code}>
              <th scope="row">{nameOf(code)}</th>
              <td>{inKey}</td>
              <td>{agreed}</td>
              <td>{percentText(met)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
