import { useTranslation } from 'react-i18next';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { STANDING_TONES } from '../standingTones.ts';
import { useChildWords } from '../useChildWords.ts';
import css from './CourseHeader.module.css';
import { Steps } from './Steps.tsx';

/** The family, its program and version, and the state of its course. */
export function CourseHeader() {
  const { t } = useTranslation('families');
  const { record, course, program, today } = useFamilyScreen();
  const childWords = useChildWords();
  const { clinicProgram, standing } = course;
  const facts = [
    childWords(record.family, today),
    new Intl.ListFormat('en').format(course.caregivers.map(({ name }) => name)),
    clinicProgram === null
      ? t('program', { program: program.name, version: program.version })
      : t('clinicCopy', { ...clinicProgram, program: program.name }),
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

function Stages() {
  const { t } = useTranslation('families');
  const { course, program } = useFamilyScreen();
  const whoIsAt = (id: string) => {
    const here = course.caregivers.filter(({ stage }) => stage.id === id).map((one) => one.name);
    if (here.length === 0 || course.caregivers.length < 2) return undefined;
    return t('stages.here', { names: new Intl.ListFormat('en').format(here) });
  };
  return <Steps label={t('stages.label')} steps={program.course} now={course.stage.id} whoIsAt={whoIsAt} />;
}
