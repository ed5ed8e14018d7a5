import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { phaseName } from '#shared/session/observing.ts';
import type { ReviewCode } from '../codes/reviewCodes.ts';
import { useReview } from '../reviewContext.ts';
import type { Lane } from './lane.ts';
import { type LaneWords, lanesOf } from './lanesOf.ts';

/** The rows of this session with their texts. The same object while nothing changes. */
export function useLanes(codes: readonly ReviewCode[], endsAt: number): readonly Lane[] {
  const { t } = useTranslation(['review', 'common']);
  const { state, program } = useReview().review;
  return useMemo(() => {
    const words: LaneWords = {
      lane: (id) => t(`lanes.name.${id}`),
      coder: (name, given) => t(`lanes.coder.${given}`, { name }),
      childBy: (name) => t('lanes.childBy', { name }),
      phase: (phase) => t(`common:phase.${phaseName(state, phase)}`),
      window: (phase, caregiver) => t('lanes.window', { phase, caregiver }),
      band: (what) => t(`lanes.band.${what}`),
    };
    return lanesOf(state, program, codes, words, endsAt);
  }, [t, state, program, codes, endsAt]);
}
