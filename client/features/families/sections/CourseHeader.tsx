import { useTranslation } from 'react-i18next';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { STANDING_TONES } from '../standingTones.ts';
import { useChildWords } from '../useChildWords.ts';
import css from './CourseHeader.module.css';
import { Steps } from './Steps.tsx';

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
  const whoIsAt = (id: string) => {
    const here = course.caregivers.filter(({ stage }) => stage.id === id).map((one) => one.name);
    if (here.length === 0 || course.caregivers.length < 2) return undefined;
    return t('stages.here', { names: new Intl.ListFormat('en').format(here) });
  };
  return <Steps label={t('stages.label')} steps={programme.course} now={course.stage.id} whoIsAt={whoIsAt} />;
}
