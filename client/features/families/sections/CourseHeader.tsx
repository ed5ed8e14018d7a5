import { useTranslation } from 'react-i18next';
import { StatusDot } from '#client/components/StatusDot.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { STANDING_TONES } from '../standingTones.ts';
import { useChildWords } from '../useChildWords.ts';
import css from './CourseHeader.module.css';

/** Who the family is, under which programme and version, and where its course stands. */
export function CourseHeader() {
  const { t } = useTranslation('families');
  const { record, course, programme, today } = useFamilyScreen();
  const childWords = useChildWords();
  const { clinicProgramme, standing } = course;
  const facts = [
    childWords(record.family, today),
    new Intl.ListFormat('en').format(course.caregivers.map(({ name }) => name)),
    clinicProgramme === null
      ? t('programme', { programme: programme.name, version: programme.version })
      : t('clinicCopy', { ...clinicProgramme, programme: programme.name }),
  ];
  return (
    <>
      <div className={css['facts']}>
        <p>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
        <StatusDot tone={STANDING_TONES[standing]} label={t(`standing.${standing}`)} />
      </div>
      <Stages />
    </>
  );
}

/** The course as a row of stages, with who is where. */
function Stages() {
  const { t } = useTranslation('families');
  const { course, programme } = useFamilyScreen();
  const now = programme.course.findIndex(({ id }) => id === course.stage.id);
  return (
    <ol className={css['stages']} aria-label={t('stages.label')}>
      {programme.course.map(({ id, name }, index) => {
        const here = course.caregivers.filter(({ stage }) => stage.id === id).map((one) => one.name);
        const state = index < now ? 'done' : index === now ? 'now' : 'ahead';
        return (
          <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className={css['mark']} aria-hidden="true" />
            <span className={css['stage']}>{name}</span>
            <span className={css['who']}>
              {here.length > 0 && course.caregivers.length > 1
                ? t('stages.here', { names: new Intl.ListFormat('en').format(here) })
                : t(`stages.${state}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
