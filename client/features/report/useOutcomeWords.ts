import { useTranslation } from 'react-i18next';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { nameOf, type Outcome } from './reportWords.ts';

/** What came of a command, and why, in a few words. */
export function useOutcomeWords(programme: Programme | undefined): (outcome: Outcome) => string {
  const { t } = useTranslation('report');
  const inside = (code: string) => nameOf(programme, code).toLowerCase();
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
