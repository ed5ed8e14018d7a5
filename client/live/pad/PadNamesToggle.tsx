import { useTranslation } from 'react-i18next';
import { ToggleRow } from '../ToggleRow.tsx';
import { padNames, usePadNames } from './padNames.ts';

/** Shows or hides the names below the abbreviations of a pad, in this browser. */
export function PadNamesToggle() {
  const { t } = useTranslation('pad');
  const hasNames = usePadNames();
  const options = [
    { value: 'shown', name: t('names.shown') },
    { value: 'hidden', name: t('names.hidden') },
  ] as const;
  return (
    <ToggleRow
      label={t('names.label')}
      options={options}
      chosen={[hasNames ? 'shown' : 'hidden']}
      onToggle={(value) => padNames.set(value === 'shown')}
    />
  );
}
