import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinesChart } from '#client/ui/charts/LinesChart.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import { Why } from '#client/ui/Why.tsx';
import { formatDate } from '#client/i18n/formatWhen.ts';
import type { MeasureDefinition } from '#shared/domain/programs/measureDefinition.ts';
import type { MeasurePoint } from '#shared/course/courseView.ts';
import { MeasureDialog } from '../dialogs/MeasureDialog.tsx';
import { nameOf, useFamilyScreen } from '../FamilyScreen.tsx';
import { goalsOf, measureChartOf } from '../measureChart.ts';
import { Section } from './Section.tsx';
import css from './Section.module.css';

/** Questionnaire totals over time, with cut-offs and graduation goals. */
export function MeasuresSection() {
  const { t } = useTranslation('families');
  const { program } = useFamilyScreen();
  const [recording, setRecording] = useState<MeasureDefinition>();
  return (
    <Section id="measures" title={t('measures.title')} lead={t('measures.lead')}>
      {program.measures.length === 0 && <p className={css['none']}>{t('measures.none')}</p>}
      <ul className="rows">
        {program.measures.map((measure) => (
          <Measure key={measure.id} measure={measure} onRecord={() => setRecording(measure)} />
        ))}
      </ul>
      {recording !== undefined && <MeasureDialog measure={recording} onClose={() => setRecording(undefined)} />}
    </Section>
  );
}

function Measure({ measure, onRecord }: { readonly measure: MeasureDefinition; readonly onRecord: () => void }) {
  const { t } = useTranslation('families');
  const screen = useFamilyScreen();
  const { course, program, mayWrite } = screen;
  const { id, name, min, max, better, cutOff, rule } = measure;
  const points = course.measures.filter(({ measureId }) => measureId === id);
  const goals = goalsOf(program, id);
  const cutOffWords =
    cutOff !== undefined &&
    t(better === 'lower' ? 'measures.cutOffAtLeast' : 'measures.cutOffAtMost', { value: cutOff });
  const latest = latestByWhom(points);

  return (
    <ListRow
      end={
        <>
          {' '}
          {mayWrite && (
            <Button
              variant="default"
              size="sm"
              onClick={onRecord}
              aria-label={t('measures.recordOf', { measure: name })}
            >
              {t('measures.record')}
            </Button>
          )}
          {points.length > 0 && (
            <div style={{ flexBasis: '100%' }}>
              <LinesChart
                data={measureChartOf(measure, points, goals, {
                  title: (measure) => t('measures.chart', { measure }),
                  nameOf: (caregiverId) => nameOf(screen, caregiverId) ?? t('measures.family'),
                  cutOff: (value) => t('measures.cutOffShort', { value }),
                  goal: (value) => t('measures.goalShort', { value }),
                })}
              />
            </div>
          )}
        </>
      }
    >
      <p className="strong">{name}</p>
      <p className="quiet small">
        {t(`measures.${better}`)} {t('measures.range', { min, max })} {cutOffWords && `${cutOffWords}.`}{' '}
        {cutOffWords && <Why rule={rule} about={`${name}, ${cutOffWords}`} figures={cutOffWords} />}
        {goals.map(({ atMost, withinDays, rule: goalRule }) => {
          const says = t('measures.goal', { value: atMost, days: withinDays });
          return (
            <span key={goalRule}>
              {' '}
              {says}. <Why rule={goalRule} about={`${name}, ${says}`} figures={says} />
            </span>
          );
        })}
      </p>
      {latest.length === 0 && <p className="quiet small">{t('measures.noTotals')}</p>}
      {latest.map(({ entryId, caregiverId, total, on }) => {
        const found = { total, date: formatDate(on) };
        const name = nameOf(screen, caregiverId) ?? t('measures.family');
        return (
          <p key={entryId} className="quiet small">
            {course.caregivers.length < 2 ? t('measures.latest', found) : t('measures.latestOf', { ...found, name })}
          </p>
        );
      })}
    </ListRow>
  );
}

function latestByWhom(points: readonly MeasurePoint[]): readonly MeasurePoint[] {
  const inOrder = points.toSorted((a, b) => a.on.localeCompare(b.on));
  return [...new Map(inOrder.map((point) => [point.caregiverId, point])).values()];
}
