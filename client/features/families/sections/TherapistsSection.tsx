import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '#client/api/http.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { TherapistLines } from '#client/planning/TherapistLines.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { Section } from './Section.tsx';

/**
 * Who treats the family, and hand-over and cover for those who may. It is asked again while the page is open: when the
 * reader's own access has ended, the page closes. Rule PER9.
 */
export function TherapistsSection() {
  const { t } = useTranslation('caseloads');
  const { record, onGone } = useFamilyScreen();
  const { familyId, name } = record.family;
  const therapists = useQuery(queryOf('family-therapists:read', { familyId }));
  const isLost = therapists.isError && problemOf(therapists.error) === 'not-found';
  useEffect(() => {
    if (isLost) onGone();
  }, [isLost, onGone]);
  return (
    <Section id="therapists" title={t('section.title')} lead={t('section.lead')}>
      {therapists.isError && <HttpErrorNote error={therapists.error} onRetry={() => void therapists.refetch()} />}
      {therapists.data && <TherapistLines family={{ familyId, name, therapists: therapists.data }} onGone={onGone} />}
    </Section>
  );
}
