import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import css from './CountTable.module.css';
import { countedCodes } from './reportWords.ts';

type Props = {
  readonly counts: Readonly<Record<string, number>>;
  readonly kind: string;
  readonly program: Program | undefined;
  readonly caption: string;
};

/** How often each code was given. */
export function CountTable({ counts, kind, program, caption }: Props) {
  const { t } = useTranslation('report');
  const rows = countedCodes(counts, kind, program);
  if (rows.length === 0) return <p className={css['none']}>{t('none')}</p>;
  return (
    <table className={css['counts']}>
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('code')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('count')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, valence, tone, count }) => (
          <tr key={code}>
            <td className={css['code']}>
              <CodeChip code={code} valence={valence} tone={tone} size="small" />
            </td>
            <th scope="row">{name}</th>
            <td className={css['count']}>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
