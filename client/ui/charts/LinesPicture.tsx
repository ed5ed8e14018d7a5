import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import type { ChartData } from './chart.ts';
import css from './Chart.module.css';
import { niceTicks } from './niceTicks.ts';
import { markOf, Point } from './seriesMarks.tsx';
import { spreadLabels } from './spreadLabels.ts';

const HEIGHT = 264;
const MARGIN = { top: 12, right: 112, bottom: 4, left: 4 };
/** The height of the axis below the lines, in px. */
const AXIS = 30;
const PLOT = HEIGHT - MARGIN.top - MARGIN.bottom - AXIS;
const LABEL_GAP = 16;
/** Between the plot and the name of a goal. */
const LABEL_LEFT = 4;

/** The lines, each with a dash pattern, point shape and name at its end. The table beside it says the same in words. */
export function LinesPicture({ data }: { readonly data: ChartData }) {
  const { places, series, lines, from = 0, upTo, format, isHollow } = data;
  const rows = places.map((_, place) => ({
    place,
    ...Object.fromEntries(series.map(({ id, values }) => [id, values[place] ?? null])),
  }));
  const pxOf = (value: number) => PLOT * (1 - (value - from) / (upTo - from));
  const last = series.map(({ values }) => values.findLastIndex((value) => value !== null));
  const drawn = series.flatMap((_, index) => ((last[index] ?? -1) >= 0 ? [index] : []));
  const spread = spreadLabels(
    [
      ...drawn.map((index) => pxOf(series[index]?.values[last[index] ?? 0] ?? from)),
      ...lines.map(({ value }) => pxOf(value)),
    ],
    LABEL_GAP,
    PLOT,
  );
  const labelAt = (place: number) => MARGIN.top + (spread[place] ?? 0);

  return (
    <LineChart
      h={HEIGHT}
      data={rows}
      dataKey="place"
      series={series.map(({ id }, index) => ({ name: id, color: markOf(index).color }))}
      curveType="linear"
      withTooltip={false}
      accessibilityLayer={false}
      gridColor="var(--line)"
      textColor="var(--ink-quiet)"
      lineChartProps={{ margin: MARGIN }}
      xAxisProps={{
        tickFormatter: (place: number) => places[place] ?? '',
        padding: { left: 16, right: 16 },
        height: AXIS,
      }}
      yAxisProps={{
        domain: [from, upTo],
        ticks: [...niceTicks(from, upTo)],
        tickFormatter: format,
        width: 52,
        allowDecimals: false,
      }}
      referenceLines={lines.map(({ value, label }, index) => ({
        y: value,
        // Beside the plot, where no line is.
        label: {
          // A function, because the chart would change the position of an element.
          content: () => (
            <text
              x="100%"
              dx={LABEL_LEFT - MARGIN.right}
              y={labelAt(drawn.length + index)}
              className={css['goalLabel']}
            >
              {label}
            </text>
          ),
        },
        color: 'var(--line-strong)',
      }))}
      lineProps={({ name }) => {
        const index = series.findIndex(({ id }) => id === name);
        const mark = markOf(index);
        const end = last[index];
        return {
          strokeDasharray: mark.dash ?? '',
          dot: ({ cx, cy, index: place, value }: DotProps) =>
            value === null || cx === undefined || cy === undefined ? (
              <g key={`${name}-${place}`} />
            ) : (
              <Point key={`${name}-${place}`} mark={mark} x={cx} y={cy} hollow={isHollow?.(place) ?? false} />
            ),
          activeDot: false,
          label: ({ x, index: place }: LabelProps) =>
            place !== end ? (
              <g key={`label-${place}`} />
            ) : (
              <text
                key={`label-${place}`}
                x={Number(x ?? 0) + 12}
                y={labelAt(drawn.indexOf(index))}
                className={css['endLabel']}
              >
                {series[index]?.short}
              </text>
            ),
        };
      }}
    />
  );
}

type DotProps = { cx?: number | undefined; cy?: number | undefined; index: number; value?: unknown };
type LabelProps = { x?: number | string | undefined; index?: number | undefined };
