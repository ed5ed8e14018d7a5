import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import { Family, type NewFamily } from '#shared/protocol/http/families.ts';
import { FamilyForm, OWN_COPY } from './familyForm.ts';
import { call } from '#client/api/http.ts';

type Props = { readonly onDone: (family: Family) => void; readonly onClose: () => void };

/** Adds a family: its name, its caregivers, and its program. */
export function FamilyDialog({ onDone, onClose }: Props) {
  const { t } = useTranslation('planning');
  const queries = useQueryClient();
  const own = useQuery(queryOf('programs:list'));
  const programs = [
    ...[...new Map(listPrograms().map((program) => [program.id, program])).values()].map(({ id, name }) => ({
      value: id,
      label: name,
    })),
    ...(own.data ?? []).map(({ clinicProgramId, name, version }) => ({
      value: `${OWN_COPY}${clinicProgramId}`,
      label: t('family.clinicCopy', { name, version }),
    })),
  ];

  async function send(family: NewFamily): Promise<Family> {
    const made = await call('families:make', { body: family });
    await invalidate(queries, 'families:list');
    return made;
  }

  return (
    <FormDialog
      title={t('family.title')}
      submitLabel={t('family.submit')}
      schema={FamilyForm}
      send={send}
      onDone={onDone}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <TextInput
            name="name"
            label={t('family.name')}
            description={t('family.nameHint')}
            autoComplete="off"
            data-autofocus
            error={isMissing('name') && t('family.needName')}
          />
          <TextInput
            name="childInitials"
            label={t('family.initials')}
            autoComplete="off"
            maxLength={4}
            error={isMissing('childInitials') && t('family.needInitials')}
          />
          <TextInput
            name="birthMonth"
            type="month"
            label={t('family.birthMonth')}
            description={t('family.birthMonthHint')}
            autoComplete="off"
            error={isMissing('birthMonth') && t('family.needBirthMonth')}
          />
          <TextInput
            name="first"
            label={t('family.first')}
            autoComplete="off"
            error={isMissing('first') && t('family.needCaregiver')}
          />
          <TextInput
            name="second"
            label={t('family.second')}
            autoComplete="off"
            error={isMissing('second') && t('family.needCaregiver')}
          />
          <NativeSelect
            name="program"
            label={t('family.program')}
            description={t('family.programHint')}
            data={programs}
          />
        </>
      )}
    </FormDialog>
  );
}
