import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { sayRefusal } from '#client/ui/sayRefusal.tsx';
import { consentsOf, lastAnswer } from '#shared/course/consentsOf.ts';
import {
  ASSENTS,
  CONSENT_LASTS_DAYS,
  CONSENT_PURPOSES,
  CONSENT_WORDINGS,
} from '#shared/domain/consent/consentPurposes.ts';
import { addDays } from '#shared/domain/course/days.ts';
import { Day } from '#shared/protocol/familyFacts.ts';
import { CaregiverId, EntryId } from '#shared/protocol/ids.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';

const chosen = z.enum(['none', 'given', 'refused']);

/** One field for each purpose, and at least one of them answered. */
const ConsentForm = z
  .object({
    saidBy: CaregiverId,
    about: z.enum(['self', 'child']),
    how: z.enum(['spoken', 'in-writing']),
    until: Day,
    /** The empty choice is not an answer: nobody's wish is assumed. */
    assent: z.union([z.enum(ASSENTS), z.literal('').transform(() => undefined)]).optional(),
    live: chosen,
    'record-room': chosen,
    transcript: chosen,
    supervision: chosen,
    training: chosen,
    research: chosen,
  })
  .transform((fields) => {
    const answered = CONSENT_PURPOSES.flatMap((purpose) => {
      const answer = fields[purpose];
      return answer === 'none' ? [] : [{ purpose, answer }];
    });
    return { ...fields, answered };
  })
  .refine(({ answered }) => answered.length > 0, { path: ['live'] })
  .refine(
    ({ about, assent, answered }) =>
      about === 'self' || assent !== undefined || !answered.some(({ answer }) => answer === 'given'),
    { path: ['assent'] },
  );

/** What one person answered, aloud or in writing, entered by staff. */
export function ConsentDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('consents');
  const { record, today, enter } = useFamilyScreen();
  const { caregivers } = record.family;
  const table = consentsOf(record.facts);
  const [saidBy, setSaidBy] = useState<string>(caregivers[0]?.caregiverId ?? '');
  const [about, setAbout] = useState('self');
  const isGuardian = table.guardians.includes(saidBy);
  const isForChild = isGuardian && about === 'child';

  async function send({ answered, saidBy, how, until, assent, ...fields }: z.output<typeof ConsentForm>) {
    const about = fields.about === 'child' ? fields.about : saidBy;
    for (const { purpose, answer } of answered) {
      const isYes = answer === 'given';
      const before = lastAnswer(table, { purpose, about, saidBy });
      await enter({
        type: 'consent.answer',
        entryId: EntryId.parse(crypto.randomUUID()),
        purpose,
        about,
        saidBy,
        answer: !isYes && before?.answer === 'given' ? 'withdrawn' : answer,
        how,
        wording: CONSENT_WORDINGS[purpose].version,
        until: isYes ? until : null,
        assent: isYes && about === 'child' ? (assent ?? null) : null,
      });
    }
  }

  return (
    <FormDialog
      title={t('dialog.title')}
      submitLabel={t('dialog.submit')}
      schema={ConsentForm}
      send={send}
      onClose={onClose}
      sayFailure={sayRefusal}
    >
      {(isMissing) => (
        <>
          <p>{t('dialog.text')}</p>
          <NativeSelect
            name="saidBy"
            label={t('dialog.who')}
            value={saidBy}
            onChange={({ currentTarget }) => setSaidBy(currentTarget.value)}
            data={caregivers.map(({ caregiverId, name }) => ({ value: caregiverId, label: name }))}
          />
          <NativeSelect
            name="about"
            label={t('dialog.about')}
            value={isForChild ? 'child' : 'self'}
            onChange={({ currentTarget }) => setAbout(currentTarget.value)}
            data={[
              { value: 'self', label: t('dialog.themselves') },
              { value: 'child', label: t('dialog.child'), disabled: !isGuardian },
            ]}
            description={isGuardian ? undefined : t('noGuardian')}
          />
          {isForChild && (
            <NativeSelect
              name="assent"
              label={t('dialog.assent')}
              data={[
                { value: '', label: t('dialog.chooseAssent') },
                ...ASSENTS.map((value) => ({ value, label: t(`assent.${value}`) })),
              ]}
              error={isMissing('assent') && t('dialog.needAssent')}
            />
          )}
          {CONSENT_PURPOSES.map((purpose) => (
            <NativeSelect
              key={purpose}
              name={purpose}
              label={t(`purpose.${purpose}`)}
              description={t(`explained.${purpose}`)}
              data={chosen.options.map((value) => ({ value, label: t(`dialog.answer.${value}`) }))}
              error={purpose === 'live' && isMissing('live') && t('dialog.needAnswer')}
            />
          ))}
          <NativeSelect
            name="how"
            label={t('dialog.how')}
            data={[
              { value: 'spoken', label: t('dialog.spoken') },
              { value: 'in-writing', label: t('dialog.inWriting') },
            ]}
          />
          <TextInput
            name="until"
            type="date"
            label={t('dialog.until')}
            min={today}
            max={addDays(today, CONSENT_LASTS_DAYS.longest)}
            defaultValue={addDays(today, CONSENT_LASTS_DAYS.usual)}
            error={isMissing('until') && t('dialog.needUntil')}
          />
        </>
      )}
    </FormDialog>
  );
}
