import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CaregiverId } from '#shared/protocol/ids.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';

/** A number field. Forms give text, and an empty text is not a number. */
export const numberField = z
  .string()
  .trim()
  .regex(/^\d+([.,]\d+)?$/)
  .transform((text) => Number(text.replace(',', '.')));

export const reasonField = z.string().trim().min(3).max(300);

/** For a required choice: neither a caregiver nor “nobody in particular”. */
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
  /** Allows days after today. */
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
  /** Set if a choice is required: the placeholder, and the error if nothing was chosen. */
  readonly mustChoose?: { readonly placeholder: string; readonly error: string | false };
};

/** Chooses one of the caregivers, or nobody in particular. */
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
