import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import type { ClipOffer } from '#shared/protocol/practice.ts';
import type { Coded } from '#shared/practice/scoreRun.ts';
import { Attempts } from './Attempts.tsx';
import { ClipChoice } from './ClipChoice.tsx';
import { ClipPractice } from './ClipPractice.tsx';

/** Practice: choose a clip, code it, compare with its key, and follow the results over time. Rules PRA1, PRA2. */
export function PracticePage() {
  const { t } = useTranslation('practice');
  const queries = useQueryClient();
  const offers = useQuery(queryOf('clips:list'));
  const [chosen, setChosen] = useState<Coded>();
  const clips = offers.data?.flatMap((offer) => codedOf(offer) ?? []) ?? [];
  const { title, lead } = chosen
    ? { title: chosen.offer.title, lead: `${chosen.phase.name}. ${chosen.offer.about}` }
    : { title: t('title'), lead: t('lead') };

  return (
    <PageFrame title={title} lead={lead}>
      {offers.isPending && <Loading />}
      {offers.isError && <HttpErrorNote error={offers.error} onRetry={() => void offers.refetch()} />}
      {offers.isSuccess && clips.length === 0 && <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
      {chosen === undefined ? (
        <>
          <ClipChoice clips={clips} onChoose={setChosen} />
          {offers.isSuccess && <Attempts clips={clips} />}
        </>
      ) : (
        <ClipPractice
          key={chosen.offer.id}
          coded={chosen}
          onKept={() => void invalidate(queries, 'attempts:list')}
          onLeave={() => setChosen(undefined)}
        />
      )}
    </PageFrame>
  );
}

/** A clip with its program and phase. Undefined if this version does not have the program. */
function codedOf(offer: ClipOffer): Coded | undefined {
  const program = findProgram(offer.program);
  const phase = program && findTreatmentPhase(program, offer.treatmentPhase);
  return phase && { offer, program, phase };
}
