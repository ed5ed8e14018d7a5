import { useTranslation } from 'react-i18next';
import { findLevel, hasHouseRules } from '#shared/domain/programs/level.ts';
import { useFamilyScreen } from './FamilyScreen.tsx';

/** The level that introduces house rules, if the family has not reached it. Rule LVL3. */
export function useHouseRulesLater(): string | undefined {
  const { t } = useTranslation('families');
  const { course, program } = useFamilyScreen();
  if (hasHouseRules(program, course.levels?.now?.id ?? null)) return undefined;
  return t('levels.houseRulesLater', { level: findLevel(program, program.levels?.houseRulesFrom)?.name ?? '' });
}
