import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartData } from './chart.ts';
import css from './Chart.module.css';
import { ChartTable } from './ChartTable.tsx';
import { LineSample, markOf } from './seriesMarks.tsx';

/** The drawing loads a large library, so the page and its tables appear first. */
const LinesPicture = lazy(() => import('./LinesPicture.tsx').then(({ LinesPicture }) => ({ default: LinesPicture })));

type Props = {
  readonly data: ChartData;
  /** Below the title: how the lines are measured, and why. */
  readonly children?: ReactNode;
};

/** A line chart with its legend and its table, which screen readers always get and everyone else by a button. */
export function LinesChart({ data, children }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={css['chart']} aria-label={data.title}>
      <div className={css['top']}>
        <figcaption className="strong">{data.title}</figcaption>
        <Button size="compact-sm" variant="subtle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t('chart.asTable')}
        </Button>
      </div>
      {children}
      {asTable ? (
        <div className={css['scroll']}>
          <ChartTable data={data} />
        </div>
      ) : (
        <>
          {data.series.length > 1 && (
            <ul className={css['key']} aria-hidden="true">
              {data.series.map(({ id, label }, index) => (
                <li key={id}>
                  <LineSample mark={markOf(index)} /> {label}
                </li>
              ))}
            </ul>
          )}
          <div aria-hidden="true" className={css['picture']}>
            <Suspense>
              <LinesPicture data={data} />
            </Suspense>
          </div>
          <div className="visually-hidden">
            <ChartTable data={data} />
          </div>
        </>
      )}
    </figure>
  );
}
