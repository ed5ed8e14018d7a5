import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WeekBars } from '#client/ui/charts/WeekBars.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import { Why } from '#client/ui/Why.tsx';
import { formatDate, formatDayMonth } from '#client/i18n/formatWhen.ts';
import type { CaregiverCourse } from '#shared/course/courseView.ts';
import { DiaryLinkDialog } from '../dialogs/DiaryLinkDialog.tsx';
import { PracticeDialog } from '../dialogs/PracticeDialog.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { obstaclesOf, practiceWeeksOf } from '../practiceWeeks.ts';
import { Section } from './Section.tsx';
import css from './Section.module.css';

type Open = { readonly is: 'diary' | 'day'; readonly caregiver: CaregiverCourse };

/** Practice at home from the diaries, obstacles, and missed sessions. */
export function PracticeSection() {
  const { t } = useTranslation('families');
  const { course, program } = useFamilyScreen();
  const [open, setOpen] = useState<Open>();
  const { name, minutes, daysAWeek } = program.homePractice;
  return (
    <Section
      id="practice"
      title={t('practice.title', { practice: name })}
      lead={t('practice.lead', { minutes, days: daysAWeek })}
    >
      <p className={css['text']}>
        {t('practice.rule')} <Why rule="HOM1" about={name} figures={t('practice.lead', { minutes, days: daysAWeek })} />
      </p>
      {course.levels?.now && <p className={css['text']}>{course.levels.now.homeTask}</p>}
      {course.practice.length === 0 && <p className={css['none']}>{t('practice.none')}</p>}
      <ul className="rows">
        {course.caregivers.map((caregiver) => (
          <Practice
            key={caregiver.caregiverId}
            caregiver={caregiver}
            onDiary={() => setOpen({ is: 'diary', caregiver })}
            onDay={() => setOpen({ is: 'day', caregiver })}
          />
        ))}
      </ul>
      <h3 className={css['subtitle']}>{t('practice.missed')}</h3>
      {course.missed.length === 0 ? (
        <p className={css['none']}>{t('practice.noMissed')}</p>
      ) : (
        <ul className="rows">
          {course.missed.map(({ on, why }) => (
            <ListRow key={`${on} ${why}`}>
              {why === '' ? formatDate(on) : t('practice.missedOn', { date: formatDate(on), why })}
            </ListRow>
          ))}
        </ul>
      )}
      {open?.is === 'diary' && <DiaryLinkDialog caregiver={open.caregiver} onClose={() => setOpen(undefined)} />}
      {open?.is === 'day' && <PracticeDialog caregiver={open.caregiver} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

type PracticeProps = {
  readonly caregiver: CaregiverCourse;
  readonly onDiary: () => void;
  readonly onDay: () => void;
};

function Practice({ caregiver: { caregiverId, name }, onDiary, onDay }: PracticeProps) {
  const { t } = useTranslation('families');
  const { course, program, today, mayWrite } = useFamilyScreen();
  const practice = course.practice.filter((day) => day.caregiverId === caregiverId);
  const daysAWeek = program.homePractice.daysAWeek;
  const obstacles = obstaclesOf(practice);
  return (
    <ListRow
      end={
        mayWrite && (
          <div className="actions">
            <Button variant="subtle" size="sm" onClick={onDay}>
              {t('practice.logDay', { name })}
            </Button>
            <Button variant="default" size="sm" onClick={onDiary}>
              {t('practice.diaryLink', { name })}
            </Button>
          </div>
        )
      }
    >
      <p className="strong">{name}</p>
      {practice.length > 0 && (
        <WeekBars
          label={t('practice.weeksOf', { name })}
          daysAWeek={daysAWeek}
          weeks={practiceWeeksOf(practice, today).map(({ monday, days }) => {
            const week = formatDayMonth(monday);
            return { id: monday, label: week, days, says: t('practice.week', { week, count: days, of: daysAWeek }) };
          })}
        />
      )}
      {obstacles.length > 0 && (
        <p className="quiet small">
          {t('practice.obstacles')}{' '}
          {obstacles
            .map(({ obstacle, count }) => t('practice.obstacle', { what: t(`obstacles.${obstacle}`), count }))
            .join(', ')}
        </p>
      )}
    </ListRow>
  );
}
