import { Button, Popover } from '@mantine/core';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#client/api/me.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { useSignOut } from './useSignOut.ts';
import css from './PersonMenu.module.css';

/** Who is signed in, and the button to sign out. Only inside the staff area. */
export function PersonMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const signOut = useSignOut();

  return (
    <Popover position="bottom-end" width={256} withinPortal={false} trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          rightSection={<IconChevronDown size={16} stroke={1.5} aria-hidden="true" />}
          aria-label={t('person.menu', { name: me.name })}
        >
          {me.name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css['account']} aria-label={t('person.signedInAs')}>
        <p className={css['email']}>{me.email}</p>
        <p className={css['role']}>{t(`role.${me.role}`)}</p>
        <ButtonLink to="/account" fullWidth variant="default" size="sm" className={css['page'] ?? ''}>
          {t('person.account')}
        </ButtonLink>
        <Button
          fullWidth
          variant="default"
          size="sm"
          leftSection={<IconLogout size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => void signOut()}
        >
          {t('person.signOut')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
