import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SequenceView } from '#shared/session/sequence/sequenceView.ts';
import { useLiveParts } from './LiveContext.tsx';

/** Announces politely each step of a sequence and the end of its clock. */
export function useSequenceWords(sequence: SequenceView | undefined): void {
  const { t } = useTranslation('console');
  const { live, messages } = useLiveParts();
  const isRunning = sequence?.isRunning === true;
  const step = sequence?.step;
  const turn = sequence?.turn;
  const endsAt = sequence?.clock?.endsAt;

  useEffect(() => {
    if (isRunning && step && turn)
      messages.say(t('sequence.now', { step: t(`sequence.step.${step}`), turn: t(`sequence.turn.${turn}`) }));
  }, [messages, t, isRunning, step, turn]);

  useEffect(() => {
    if (endsAt === undefined) return;
    const left = endsAt - live.now();
    if (left <= 0) return;
    const ending = setTimeout(() => messages.say(t('sequence.timeUp')), left);
    return () => clearTimeout(ending);
  }, [live, messages, t, endsAt]);
}
