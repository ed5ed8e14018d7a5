import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props<R extends string> = {
  readonly reasons: readonly R[];
  readonly say: (reason: R) => string;
  readonly isMissing: boolean;
};

/** The reason of an erasure or a legal hold, from a closed list. */
export function ReasonSelect<R extends string>({ reasons, say, isMissing }: Props<R>) {
  const { t } = useTranslation('erasures');
  return (
    <NativeSelect
      name="reason"
      label={t('reason')}
      data-autofocus
      data={[{ value: '', label: t('chooseReason') }, ...reasons.map((value) => ({ value, label: say(value) }))]}
      error={isMissing && t('needReason')}
    />
  );
}
