import { NativeSelect, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Choice = { readonly value: string; readonly label: string };

type CodeAndReasonProps = {
  readonly label: string;
  readonly reasonHint: string;
  readonly codes: readonly { readonly code: string; readonly name: string }[];
  /** Choices besides the codes. */
  readonly besides?: readonly Choice[];
  /** Fields between the code and the reason. */
  readonly children?: ReactNode;
  readonly isMissing: (field: string) => boolean;
};

/** The fields of a change to the record: which code, and why. Rule REV3. */
export function CodeAndReason({ label, reasonHint, codes, besides = [], children, isMissing }: CodeAndReasonProps) {
  const { t } = useTranslation('review');
  const named = codes.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  return (
    <>
      <NativeSelect
        name="code"
        label={label}
        data-autofocus
        data={[{ value: '', label: t('correct.choose') }, ...named, ...besides]}
        error={isMissing('code') && t('correct.needCode')}
      />
      {children}
      <Textarea
        name="reason"
        label={t('correct.reason')}
        description={reasonHint}
        autosize
        minRows={2}
        maxLength={300}
        error={isMissing('reason') && t('correct.needReason')}
      />
    </>
  );
}
