import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useClinicTime } from '#client/api/clinic.ts';
import { call } from '#client/api/http.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { useMe } from '#client/api/me.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { Day } from '#shared/protocol/familyFacts.ts';
import type { AssignedFamily, Colleague } from '#shared/protocol/http/caseloads.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';

/** How a family comes to a therapist: handed over, covered for a while, or in addition to who treats it. */
export type Bring = { readonly how: 'hand-over' | 'cover'; readonly from: Colleague } | { readonly how: 'join' };

type Props = {
  readonly family: AssignedFamily;
  readonly bring: Bring;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Brings a family, or a whole caseload, to a therapist. Rule PER9. */
export function BringDialog({ family, bring, onDone, onClose }: Props) {
  const { t } = useTranslation('caseloads');
  const { role } = useMe();
  const colleagues = useQuery(queryOf('colleagues:list'));
  const title = useTitle(family, bring);
  const treat = new Set(family.therapists.filter(({ cover }) => cover === null).map(({ userId }) => userId));
  // Of two who treat a family, one can hand it over to the other.
  const isChoice = ({ userId }: Colleague) =>
    bring.how === 'hand-over' ? userId !== bring.from.userId : !treat.has(userId);
  const others = colleagues.data?.filter(isChoice);
  if (others !== undefined && others.length > 0) {
    return <BringForm {...{ family, bring, others, title, onDone, onClose }} />;
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {colleagues.isPending && <Loading />}
      {colleagues.isError && <HttpErrorNote error={colleagues.error} onRetry={() => void colleagues.refetch()} />}
      {others?.length === 0 && (
        <EmptyState title={t('dialog.nobodyTitle')}>
          {role === 'admin' && t('dialog.nobodyAdmin')}
          {role === 'supervisor' && t('dialog.nobodySupervisor')}
          {role === 'therapist' && t('dialog.nobodyText')}
        </EmptyState>
      )}
    </Dialog>
  );
}

function useTitle(family: AssignedFamily, bring: Bring): string {
  const { t } = useTranslation('caseloads');
  if (bring.how === 'join') return t(family.therapists.length === 0 ? 'assignOf' : 'joinOf', { family: family.name });
  const names = { family: family.name, name: bring.from.name };
  return bring.how === 'cover' ? t('coverOf', names) : t('handOverOf', names);
}

type FormProps = Props & { readonly others: readonly Colleague[]; readonly title: string };

function BringForm({ family, bring, others, title, onDone, onClose }: FormProps) {
  const { t } = useTranslation('caseloads');
  const { dayOf } = useClinicTime();
  const queries = useQueryClient();
  const today = dayOf(new Date());
  const from = bring.how === 'join' ? null : bring.from;
  const isCover = bring.how === 'cover';
  const Chosen = z.object({
    to: ParticipantId,
    all: z.literal('on').optional(),
    ...(isCover && { until: Day.refine((day) => day >= today) }),
  });

  async function send({ to, all, ...rest }: z.output<typeof Chosen>): Promise<void> {
    const families = all === undefined ? family.familyId : 'all';
    const until = 'until' in rest ? Day.parse(rest.until) : undefined;
    if (from !== null && until !== undefined) {
      await call('caseloads:cover', { body: { families, from: from.userId, to, until } });
    } else await call('caseloads:hand-over', { body: { families, from: from?.userId ?? null, to } });
    onDone();
    await invalidate(queries, 'caseloads:list', 'families:list', 'sessions:list', 'needs:list');
    await invalidate(queries, 'family-therapists:read');
  }

  return (
    <FormDialog title={title} submitLabel={t(submitOf(bring, family))} schema={Chosen} send={send} onClose={onClose}>
      {(isMissing) => (
        <>
          <NativeSelect
            name="to"
            label={t(isCover ? 'dialog.by' : 'dialog.to')}
            data-autofocus
            data={[
              { value: '', label: t('dialog.choose') },
              ...others.map(({ userId, name }) => ({ value: userId, label: name })),
            ]}
            error={isMissing('to') && t('dialog.toNeeded')}
          />
          {isCover && (
            <TextInput
              name="until"
              type="date"
              label={t('dialog.until')}
              min={today}
              error={isMissing('until') && t('dialog.untilNeeded')}
            />
          )}
          {from !== null && <Checkbox name="all" label={t('dialog.all', { name: from.name, family: family.name })} />}
          <p>
            {from === null
              ? t('dialog.assignSays')
              : t(isCover ? 'dialog.coverSays' : 'dialog.handOverSays', { name: from.name })}
          </p>
        </>
      )}
    </FormDialog>
  );
}

function submitOf({ how }: Bring, { therapists }: AssignedFamily) {
  if (how === 'hand-over') return 'handOver';
  if (how === 'cover') return 'cover';
  return therapists.length === 0 ? 'assign' : 'join';
}
