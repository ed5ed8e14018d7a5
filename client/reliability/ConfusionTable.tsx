import { useTranslation } from 'react-i18next';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import { NIL } from '#shared/domain/reliability/confusionOf.ts';
import type { ShownComparison } from './shownComparison.ts';
import css from './Tables.module.css';

/** Which code of one coder met which of the other. Only codes that occur, and “nothing”. */
export function ConfusionTable({ compared: { confusion, byCode }, pair, program }: ShownComparison) {
  const { t } = useTranslation('reliability');
  const [reference, trainee] = [pair.reference.name, pair.trainee.name];
  const used = byCode.filter((one) => one.reference + one.trainee > 0).map(({ code }) => code);
  const labels = [...used, NIL];
  return (
    <div className={css['scroll']} tabIndex={0} role="group" aria-label={t('confusion.label')}>
      <table className={css['matrix']}>
        <caption>
          {t('confusion.label')}
          <span className={css['about']}>{t('confusion.says', { reference, trainee })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('confusion.corner', { reference })}
            </th>
            <th scope="colgroup" colSpan={labels.length}>
              {t('confusion.gave', { trainee })}
            </th>
          </tr>
          <tr>
            {labels.map((code) => (
              <th key={code} scope="col">
                <Label code={code} program={program} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((row) => (
            <tr key={row}>
              <th scope="row">
                <Label code={row} program={program} />
              </th>
              {labels.map((column) => (
                <Cell key={column} row={row} column={column} count={confusion[row]?.[column] ?? 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, column, count }: { readonly row: string; readonly column: string; readonly count: number }) {
  const { t } = useTranslation('reliability');
  if (row === NIL && column === NIL) {
    return (
      <td data-cell="zero">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t('confusion.never')}</span>
      </td>
    );
  }
  const kind = row === column ? 'agreed' : 'differs';
  return <td data-cell={count === 0 ? 'zero' : kind}>{count}</td>;
}

function Label({ code, program }: { readonly code: string; readonly program: Program }) {
  const { t } = useTranslation('reliability');
  const name = code === NIL ? t('confusion.nilSays') : findCode(program, code)?.name;
  return (
    <abbr title={name} aria-label={name}>
      {code === NIL ? t('confusion.nil') : code}
    </abbr>
  );
}
