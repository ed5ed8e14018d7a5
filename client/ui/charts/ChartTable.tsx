import { useTranslation } from 'react-i18next';
import type { ChartData } from './chart.ts';
import css from './Chart.module.css';

/** Everything a chart shows, as a table. */
export function ChartTable({ data }: { readonly data: ChartData }) {
  const { t } = useTranslation();
  const { title, places, series, lines, format, remarks } = data;
  return (
    <table className={css['table']}>
      <caption>{lines.length === 0 ? title : `${title} (${lines.map(({ label }) => label).join(', ')})`}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chart.when')}</th>
          {series.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
          {remarks !== undefined && <th scope="col">{remarks.heading}</th>}
        </tr>
      </thead>
      <tbody>
        {places.map((place, index) => (
          <tr key={index}>
            <th scope="row">{place}</th>
            {series.map(({ id, values }) => {
              const value = values[index] ?? null;
              return <td key={id}>{value === null ? t('chart.nothing') : format(value)}</td>;
            })}
            {remarks !== undefined && <td>{remarks.at[index]}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
