import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileRecord } from '#shared/imports/codedFile.ts';
import { countLabels, type ImportMap, importedTo, type Label, UNDECIDED } from '#shared/imports/importMap.ts';
import { useReview } from '../reviewContext.ts';
import css from './ImportDialog.module.css';

/** Replaces null, which a list value cannot be. No code and no id has this value. */
const LEFT_OUT = '-';

type MeaningProps = {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | null) => void;
};

/** The meaning of one word of the file: open, left out, or one of the choices. */
export function Meaning({ label, value, choices, onChange }: MeaningProps) {
  const { t } = useTranslation('imports');
  return (
    <NativeSelect
      size="sm"
      aria-label={label}
      aria-invalid={value === UNDECIDED}
      className={css['meaning']}
      value={value ?? LEFT_OUT}
      data={[
        ...(value === UNDECIDED ? [{ value: UNDECIDED, label: t('ask') }] : []),
        { value: LEFT_OUT, label: t('leaveOut') },
        ...choices,
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value === LEFT_OUT ? null : currentTarget.value)}
    />
  );
}

type Props = {
  readonly record: FileRecord;
  readonly codes: ImportMap['codes'];
  readonly onChange: (codes: ImportMap['codes']) => void;
};

/** Every word of the record with its frequency and the code that it means. */
export function MeaningTable({ record, codes, onChange }: Props) {
  const { t } = useTranslation('imports');
  const { program } = useReview().review;
  const counts = useMemo(() => countLabels(record.events), [record]);
  const choices = importedTo(program).map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  return (
    <table className={css['table']}>
      <caption>{t('codes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('word')}</th>
          <th scope="col">{t('count')}</th>
          <th scope="col">{t('meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {codes.map((row, index) => {
          const label = labelOf(row);
          return (
            <tr key={JSON.stringify([row.from, row.value])}>
              <th scope="row">{label}</th>
              <td>{counts(row)}</td>
              <td>
                <Meaning
                  label={t('meaningOf', { label })}
                  value={row.to}
                  choices={choices}
                  onChange={(to) => onChange(codes.map((one, at) => (at === index ? { ...row, to } : one)))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function labelOf({ from, value }: Label): string {
    if (value === null) return t('anyValue', { from });
    return value === '' ? from : t('value', { from, value });
  }
}
