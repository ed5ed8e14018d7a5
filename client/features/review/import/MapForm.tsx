import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { browserPressStore } from '#client/api/pressStore.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import type { ImportResult } from '#shared/protocol/imports.ts';
import type { Reply } from '#shared/protocol/reply.ts';
import type { CodedFile, FileRecord } from '#shared/imports/codedFile.ts';
import { codedCaregivers, type ImportMap, isDecided, suggestMap, UNDECIDED } from '#shared/imports/importMap.ts';
import { type MappedRecord, mapRecord } from '#shared/imports/mapRecord.ts';
import { useReview } from '../reviewContext.ts';
import css from './ImportDialog.module.css';
import { Meaning, MeaningTable } from './MeaningTable.tsx';
import { rememberedMeanings, rememberMeanings } from './rememberedMeanings.ts';
import { SendImport } from './SendImport.tsx';

/** A file’s clock may start at 1970, so the offset may be this large. */
const LAST_SECOND = 1e11;

type Props = { readonly file: CodedFile; readonly onDone: (result: ImportResult) => void };

/** Which record of a file is imported, and what its words mean. Asks for what is missing. */
export function MapForm({ file, onDone }: Props) {
  const { t } = useTranslation('imports');
  const [title, setTitle] = useState(file.records[0]?.title);
  const record = file.records.find((one) => one.title === title);
  if (record === undefined) return null;
  return (
    <>
      {file.records.length > 1 && (
        <NativeSelect
          label={t('record')}
          description={t('recordHint')}
          value={title}
          data={file.records.map((one) => ({
            value: one.title,
            label: t('recordSize', {
              name: t(`recordName.${one.of}`, { title: one.title }),
              count: one.events.length,
            }),
          }))}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      )}
      <RecordForm key={record.title} file={file} record={record} onDone={onDone} />
    </>
  );
}

function RecordForm({ file, record, onDone }: Props & { readonly record: FileRecord }) {
  const { t } = useTranslation('imports');
  const { review } = useReview();
  const { state, program } = review;
  const [store] = useState(() => browserPressStore());
  const [map, setMap] = useState(() => suggestMap(record, review, rememberedMeanings(store, program.id, file.format)));
  const change = (part: Partial<ImportMap>) => setMap({ ...map, ...part });
  const hasCoder = map.coder.trim() !== '';
  const mapped = useMappedRecord(file, record, map);
  const left = [...map.subjects.map(({ caregiver }) => caregiver), ...map.codes.map(({ to }) => to)].filter(
    (one) => one === UNDECIDED,
  ).length;

  return (
    <>
      <TextInput
        label={t('coder')}
        description={t('coderHint')}
        value={map.coder}
        maxLength={80}
        error={!hasCoder && t('needCoder')}
        onChange={(event) => change({ coder: event.currentTarget.value })}
      />
      <fieldset className={css['group']}>
        <legend>{t('subjects')}</legend>
        {map.subjects.map(({ from, caregiver }, index) => (
          <div key={from} className={css['subject']}>
            <span>{from || t('noSubject')}</span>
            <Meaning
              label={t('caregiverOf', { label: from || t('noSubject') })}
              value={caregiver}
              choices={codedCaregivers(state).map((one) => ({ value: one.caregiverId, label: one.name }))}
              onChange={(to) =>
                change({ subjects: map.subjects.map((one, at) => (at === index ? { from, caregiver: to } : one)) })
              }
            />
          </div>
        ))}
      </fieldset>
      <MeaningTable record={record} codes={map.codes} onChange={(codes) => change({ codes })} />
      <NumberInput
        label={t('offset')}
        description={t('offsetHint')}
        defaultValue={map.offsetMs / 1_000}
        decimalScale={3}
        min={-LAST_SECOND}
        max={LAST_SECOND}
        hideControls
        onChange={(value) => {
          const seconds = Number(value);
          if (Number.isFinite(seconds)) change({ offsetMs: Math.round(seconds * 1_000) });
        }}
      />
      <SendImport
        transcripts={
          mapped?.ok === true && hasCoder
            ? mapped.value.transcripts.map((one) => ({ ...one, coder: map.coder }))
            : undefined
        }
        onDone={(result) => {
          rememberMeanings(store, program.id, file.format, map);
          onDone(result);
        }}
      >
        {left > 0 && <p>{t('left', { count: left })}</p>}
        {hasCoder && mapped?.ok === false && <ErrorNote happened={mapped.error.message} next={t('noneNext')} />}
        {hasCoder && mapped?.ok === true && <Summary mapped={mapped.value} />}
      </SendImport>
    </>
  );
}

/** The record after its map, once the map is complete. Recalculated on an answer, but not while a name is typed. */
function useMappedRecord(file: CodedFile, record: FileRecord, map: ImportMap): Reply<MappedRecord> | undefined {
  const { review } = useReview();
  const { format, record: title, offsetMs, subjects, codes } = map;
  return useMemo(() => {
    const answered = { format, record: title, coder: '', offsetMs, subjects, codes };
    if (!isDecided(answered)) return undefined;
    return mapRecord(file, record, answered, review.session.sessionId, review);
  }, [file, record, format, title, offsetMs, subjects, codes, review]);
}

function Summary({ mapped }: { readonly mapped: MappedRecord }) {
  const { t } = useTranslation('imports');
  const { codes, windows, leftOut, beyond, uncounted } = mapped;
  return (
    <ul className="bulleted">
      <li>
        {t('summary', { count: codes })} {t('windows', { count: windows })}
      </li>
      {uncounted > 0 && <li>{t('uncounted', { count: uncounted })}</li>}
      {leftOut > 0 && <li>{t('leftOut', { count: leftOut })}</li>}
      {beyond > 0 && <li>{t('beyond', { count: beyond })}</li>}
    </ul>
  );
}
