import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { familiesQuery } from '#client/api/clinicQueries.ts';
import { postJson } from '#client/api/http.ts';
import { FormDialog } from '#client/components/FormDialog.tsx';
import { Family, NewFamily, ROUTES } from '#shared/protocol/http.ts';

const caregiverName = NewFamily.shape.caregiverNames.element;

const FamilyForm = z
  .object({
    name: NewFamily.shape.name,
    childInitials: NewFamily.shape.childInitials,
    first: caregiverName,
    second: z.union([z.string().trim().max(0), caregiverName]),
  })
  .transform(({ name, childInitials, first, second }) => ({
    name,
    childInitials,
    caregiverNames: second === '' ? [first] : [first, second],
  }));

type Props = { readonly onDone: () => void; readonly onClose: () => void };

/** Adds a family: what to call them, and who plays. */
export function FamilyDialog({ onDone, onClose }: Props) {
  const { t } = useTranslation('start');
  const queries = useQueryClient();

  async function send(family: NewFamily): Promise<void> {
    const made = await postJson(ROUTES.families, family, Family);
    queries.setQueryData(familiesQuery.queryKey, (families = []) => [...families, made]);
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
        </>
      )}
    </FormDialog>
  );
}
