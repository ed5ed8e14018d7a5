import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { figureTexts, percentText } from '#shared/domain/criterionFigures.ts';
import { LinesChart } from '#client/ui/charts/LinesChart.tsx';
import { Why } from '#client/ui/Why.tsx';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { isShare } from '#shared/domain/mastery.ts';
import { isMasteryPhase } from '#shared/domain/programs/program.ts';
import type { CaregiverCourse } from '#shared/course/courseView.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { skillChartsOf } from '../skillCharts.ts';
import { useSkillWords } from '../useSkillWords.ts';
import { Section } from './Section.tsx';
import css from './Section.module.css';
import skillsCss from './SkillsSection.module.css';

/** Codes session by session against the goals, for each caregiver. */
export function SkillsSection() {
  const { t } = useTranslation('families');
  const { course } = useFamilyScreen();
  const [first] = course.caregivers;
  const nothing = course.sessions.every(({ windows }) => windows.length === 0);
  return (
    <Section id="skills" title={t('skills.title')} lead={t('skills.lead')}>
      {nothing && <p className={css['none']}>{t('skills.none')}</p>}
      {!nothing && course.caregivers.length === 1 && first !== undefined && <Skills caregiver={first} />}
      {!nothing && course.caregivers.length > 1 && (
        <Tabs defaultValue={first?.caregiverId ?? null} keepMounted={false}>
          <Tabs.List aria-label={t('skills.caregivers')}>
            {course.caregivers.map(({ caregiverId, name }) => (
              <Tabs.Tab key={caregiverId} value={caregiverId}>
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {course.caregivers.map((caregiver) => (
            <Tabs.Panel key={caregiver.caregiverId} value={caregiver.caregiverId} pt="md">
              <Skills caregiver={caregiver} />
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </Section>
  );
}

function Skills({ caregiver }: { readonly caregiver: CaregiverCourse }) {
  const { t } = useTranslation('families');
  const { course, program } = useFamilyScreen();
  const words = useSkillWords();
  const charts = skillChartsOf(course, program, caregiver.caregiverId, words);
  if (charts.length === 0) return <p className={css['none']}>{t('skills.noneFor', { name: caregiver.name })}</p>;
  return (
    <>
      {program.phases.map((phase) => {
        const met = course.sessions.find(({ sessionId }) => sessionId === caregiver.metIn[phase.id]);
        if (met === undefined) return null;
        const date = formatDate(met.on);
        return (
          <p key={phase.id} className={skillsCss['met']}>
            {t(isMasteryPhase(phase) ? 'skills.masteredOn' : 'skills.metOn', { phase: phase.name, date })}
          </p>
        );
      })}
      <Missing caregiver={caregiver} />
      {charts.map(({ id, criteria, data }) => (
        <LinesChart key={id} data={data}>
          <ul className={skillsCss['goals']} aria-label={t('skills.criteria')}>
            {criteria.map((criterion) => {
              const { rule, label, bound, goal, goalOrigin } = criterion;
              const says = words.goal(bound, isShare(criterion) ? percentText(goal) : String(goal));
              return (
                <li key={rule}>
                  {label}: {says} <Why rule={rule} about={label} figures={says} origin={goalOrigin} />
                </li>
              );
            })}
          </ul>
        </LinesChart>
      ))}
      {program.phases.every((phase) => !isMasteryPhase(phase)) && (
        <p className="quiet small">{t('skills.localGoals')}</p>
      )}
    </>
  );
}

/** Criteria that the last judged window did not meet, for each phase not yet mastered. */
function Missing({ caregiver: { caregiverId, metIn } }: { readonly caregiver: CaregiverCourse }) {
  const { t } = useTranslation('families');
  const { course, program } = useFamilyScreen();
  const words = useSkillWords();
  return program.phases.map((phase) => {
    const last = course.sessions
      .flatMap(({ windows }) => windows)
      .findLast((one) => one.caregiverId === caregiverId && one.kind === phase.id && one.assessable);
    const judged = last === undefined ? [] : isMasteryPhase(phase) ? last.criteria : last.goals;
    const open = judged.filter(({ result }) => result.is !== 'met');
    if (metIn[phase.id] !== undefined || open.length === 0) return null;
    const criteria = open.map((criterion) => {
      const { actual, goal } = figureTexts(criterion);
      const shown = { actual: actual ?? t('skills.nothingJudged'), goal: words.goal(criterion.bound, goal) };
      return t('skills.missingOne', { label: criterion.label, ...shown });
    });
    const which = isMasteryPhase(phase) ? 'skills.missing' : 'skills.missingLocal';
    return (
      <p key={phase.id} className={skillsCss['missing']}>
        {t(which, { phase: phase.shortName, criteria: new Intl.ListFormat('en').format(criteria) })}
      </p>
    );
  });
}
