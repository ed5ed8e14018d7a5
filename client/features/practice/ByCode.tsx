import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { findCode } from '#shared/domain/programs/program.ts';
import type { CodeFigures, Coded } from '#shared/practice/scoreRun.ts';
import css from './Tables.module.css';

type Props = { readonly figures: readonly CodeFigures[]; readonly coded: Coded };

/** How well each code was recognized. */
export function ByCode({ figures, coded: { program, phase } }: Props) {
  const { t } = useTranslation('practice');
  return (
    <table className={css['table']}>
      <caption>{t('byCode.label')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('byCode.code')}</th>
          <th scope="col">{t('byCode.key')}</th>
          <th scope="col">{t('byCode.agreed')}</th>
          <th scope="col">{t('byCode.yours')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ code, inKey, agreed, yours }) => {
          const definition = findCode(program, code);
          return (
            <tr key={code}>
              <th scope="row">
                <span className={css['name']}>
                  <CodeChip
                    code={code}
                    valence={definition?.valence[phase.id] ?? 'neutral'}
                    tone={definition?.tone}
                    size="small"
                  />
                  {definition?.name}
                </span>
              </th>
              <td>{inKey}</td>
              <td>{agreed}</td>
              <td>{yours}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
