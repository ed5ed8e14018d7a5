import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinesChart } from '#client/ui/charts/LinesChart.tsx';
import { formatDate, formatDayMonth } from '#client/i18n/formatWhen.ts';
import { ListRow } from '#client/ui/ListRow.tsx';
import type { TopProblem } from '#shared/course/courseView.ts';
import { ProblemDialog } from '../dialogs/ProblemDialog.tsx';
import { RateDialog } from '../dialogs/RateDialog.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { Section } from './Section.tsx';
import css from './Section.module.css';

/** The family's main problems in its own words, and their ratings over time. */
export function ProblemsSection() {
  const { t } = useTranslation('families');
  const { course, mayWrite } = useFamilyScreen();
  const [naming, setNaming] = useState(false);
  const [rating, setRating] = useState<TopProblem>();
  const { problems } = course;
  const days = [...new Set(problems.flatMap(({ ratings }) => ratings.map(({ on }) => on)))].toSorted();

  return (
    <Section
      id="problems"
      title={t('problems.title')}
      lead={t('problems.lead')}
      actions={
        mayWrite && (
          <Button variant="default" size="sm" onClick={() => setNaming(true)}>
            {t('problems.name')}
          </Button>
        )
      }
    >
      {problems.length === 0 && <p className={css['none']}>{t('problems.none')}</p>}
      {problems.length > 0 && (
        <ul className="rows">
          {problems.map((problem) => {
            const latest = problem.ratings.at(-1);
            return (
              <ListRow
                key={problem.problem}
                end={
                  mayWrite && (
                    <Button
                      variant="default"
                      size="sm"
                      onClick={() => setRating(problem)}
                      aria-label={t('problems.rateOf', { problem: problem.text })}
                    >
                      {t('problems.rate')}
                    </Button>
                  )
                }
              >
                <p className="strong">{problem.text}</p>
                <p className="quiet small">
                  {latest === undefined
                    ? t('problems.unrated')
                    : t('problems.latest', { rating: latest.rating, date: formatDate(latest.on) })}
                </p>
              </ListRow>
            );
          })}
        </ul>
      )}
      {days.length > 0 && (
        <div style={{ marginBlockStart: 24 }}>
          <LinesChart
            data={{
              title: t('problems.chart'),
              places: days.map((day) => formatDayMonth(day)),
              series: problems.map(({ problem, text, ratings }) => ({
                id: problem,
                label: text,
                short: text.length > 16 ? `${text.slice(0, 15)}…` : text,
                values: days.map((day) => ratings.findLast(({ on }) => on === day)?.rating ?? null),
              })),
              lines: [],
              upTo: 10,
              format: String,
            }}
          />
        </div>
      )}
      {naming && <ProblemDialog onClose={() => setNaming(false)} />}
      {rating !== undefined && <RateDialog problem={rating} onClose={() => setRating(undefined)} />}
    </Section>
  );
}
