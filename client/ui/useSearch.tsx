import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import css from './useSearch.module.css';

/** How long somebody does not type until what they typed is looked for, in ms. */
export const SEARCH_AFTER_MS = 250;

/** A field to search a list, and what is looked for: nothing if it is empty. */
export function useSearch(label: string): { readonly field: ReactNode; readonly words: string } {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), SEARCH_AFTER_MS);
  const field = (
    <TextInput
      type="search"
      className={css['search']}
      label={label}
      value={typed}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
  return { field, words };
}
