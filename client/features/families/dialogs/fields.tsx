import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CaregiverId } from '#shared/protocol/ids.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';

/** A number as a form has it: text, which is not a number when it is empty. */
export const numberField = z
  .string()
  .trim()
  .regex(/^\d+([.,]\d+)?$/)
  .transform((text) => Number(text.replace(',', '.')));

export const reasonField = z.string().trim().min(3).max(300);

/** No caregiver, and not nobody in particular either. */
const UNCHOSEN = 'unchosen';

/** A caregiver, or nobody in particular. */
export const whoField = z.union([z.literal('').transform(() => null), CaregiverId]);

export function ReasonField({ isMissing, label }: { isMissing: (name: string) => boolean; label?: string }) {
  const { t } = useTranslation('families');
  return (
    <Textarea
      name="reason"
      label={label ?? t('reason')}
      description={t('reasonHint')}
      maxLength={300}
      data-autofocus
      error={isMissing('reason') && t('needReason')}
    />
  );
}

type DayProps = {
  readonly isMissing: (name: string) => boolean;
  readonly label: string;
  readonly name?: 'on' | 'by';
  /** Not after today unless the day is one to come. */
  readonly ahead?: boolean;
};

export function DayField({ isMissing, label, name = 'on', ahead = false }: DayProps) {
  const { t } = useTranslation('families');
  const { today } = useFamilyScreen();
  return (
    <TextInput
      name={name}
      type="date"
      label={label}
      {...(ahead ? { min: today } : { max: today, defaultValue: today })}
      error={isMissing(name) && t('needDay')}
    />
  );
}

type WhoProps = {
  readonly label: string;
  readonly nobody?: string;
  /** Where somebody must be chosen: what stands in the field before, and what is said when nobody was. */
  readonly mustChoose?: { readonly placeholder: string; readonly error: string | false };
};

/** One of the caregivers, or what stands for nobody in particular. */
export function WhoField({ label, nobody, mustChoose }: WhoProps) {
  const { course } = useFamilyScreen();
  return (
    <NativeSelect
      name="caregiverId"
      {...(mustChoose && { defaultValue: UNCHOSEN })}
      label={label}
      error={mustChoose?.error}
      data={[
        ...(mustChoose === undefined ? [] : [{ value: UNCHOSEN, label: mustChoose.placeholder, disabled: true }]),
        ...(nobody === undefined ? [] : [{ value: '', label: nobody }]),
        ...course.caregivers.map(({ caregiverId, name }) => ({ value: caregiverId, label: name })),
      ]}
    />
  );
}
