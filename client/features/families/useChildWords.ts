import { useTranslation } from 'react-i18next';
import type { Family } from '#shared/protocol/http/families.ts';
import { ageOf } from './age.ts';

/** The child's initials and age, as far as known. */
export function useChildWords() {
  const { t } = useTranslation('families');
  return ({ childInitials, childBirthMonth }: Family, today: string): string | undefined => {
    const age = ageOf(childBirthMonth, today);
    const words =
      age && (age.years < 2 ? t('age.months', { count: age.years * 12 + age.months }) : t('age.years', age));
    if (childInitials === '') return words;
    return words === undefined
      ? t('row.child', { initials: childInitials })
      : t('row.childAged', { initials: childInitials, age: words });
  };
}
