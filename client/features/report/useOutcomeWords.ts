import { useTranslation } from 'react-i18next';
import type { Program } from '#shared/domain/programs/program.ts';
import { nameOf, type ReportedOutcome } from './reportWords.ts';

/** The outcome of a command and its reason, in a few words. */
export function useOutcomeWords(program: Program | undefined): (outcome: ReportedOutcome) => string {
  const { t } = useTranslation('report');
  const inside = (code: string) => nameOf(program, code).toLowerCase();
  return (outcome) => {
    switch (outcome.is) {
      case 'correct':
      case 'void':
      case 'open':
        return t(`outcome.${outcome.is}`);
      case 'near':
        return t('outcome.near', { due: inside(outcome.due), said: inside(outcome.said) });
      case 'incorrect':
        return t(`outcome.${outcome.why}`, {
          due: inside(outcome.due),
          said: inside(outcome.said),
        });
      case 'no-chance':
        return t(outcome.interrupted ? 'outcome.interrupted' : 'outcome.noChance');
      case 'not-due':
      case 'not-effective':
        return t(`outcome.${outcome.why}`);
    }
  };
}
