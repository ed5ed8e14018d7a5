import { useTranslation } from 'react-i18next';
import css from './FamilyProgress.module.css';
import { useFamilyScreen } from './FamilyScreen.tsx';
import { AgreementsSection } from './sections/AgreementsSection.tsx';
import { Alerts } from './sections/Alerts.tsx';
import { ConsentSection } from './sections/ConsentSection.tsx';
import { CourseHeader } from './sections/CourseHeader.tsx';
import { ErasureSection } from './sections/ErasureSection.tsx';
import { LevelSection } from './sections/LevelSection.tsx';
import { MeasuresSection } from './sections/MeasuresSection.tsx';
import { NextSection } from './sections/NextSection.tsx';
import { ObjectivesSection } from './sections/ObjectivesSection.tsx';
import { ObservationsSection } from './sections/ObservationsSection.tsx';
import { PracticeSection } from './sections/PracticeSection.tsx';
import { ProblemsSection } from './sections/ProblemsSection.tsx';
import { RecordSection } from './sections/RecordSection.tsx';
import { SafetySection } from './sections/SafetySection.tsx';
import { SkillsSection } from './sections/SkillsSection.tsx';
import { TherapistsSection } from './sections/TherapistsSection.tsx';

const SECTIONS = [
  'next',
  'level',
  'skills',
  'observations',
  'measures',
  'practice',
  'problems',
  'objectives',
  'agreements',
  'consent',
  'safety',
  'therapists',
  'record',
  'erasure',
] as const;

/** A family's progress in one column, with links to its sections. */
export function FamilyProgress() {
  const { t } = useTranslation('families');
  const { course, program } = useFamilyScreen();
  const has = (section: (typeof SECTIONS)[number]) =>
    (section !== 'level' || course.levels !== undefined) &&
    (section !== 'observations' || program.observation !== undefined);
  return (
    <>
      <CourseHeader />
      <nav aria-label={t('nav.label')} className={css['nav']}>
        <ul>
          {SECTIONS.filter(has).map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(`nav.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Alerts />
      <NextSection />
      <LevelSection />
      <SkillsSection />
      <ObservationsSection />
      <MeasuresSection />
      <PracticeSection />
      <ProblemsSection />
      <ObjectivesSection />
      <AgreementsSection />
      <ConsentSection />
      <SafetySection />
      <TherapistsSection />
      <RecordSection />
      <ErasureSection />
    </>
  );
}
