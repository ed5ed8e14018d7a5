import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const deepTeal: MantineColorsTuple = [
  '#eef7f6',
  '#dbecea',
  '#b5d8d5',
  '#8bc3be',
  '#66b0aa',
  '#4a9d97',
  '#2a8079',
  '#1d6f69',
  '#125a55',
  '#0a4541',
];

const warmGray: MantineColorsTuple = [
  '#faf8f5',
  '#f3f0eb',
  '#e9e5de',
  '#dad4ca',
  '#c3bbb0',
  '#8f867a',
  '#655d54',
  '#544d46',
  '#3f3a34',
  '#2b2824',
];

const warmDark: MantineColorsTuple = [
  '#ece7df',
  '#cfc8bd',
  '#b5aca0',
  '#7d756a',
  '#4a453f',
  '#37332e',
  '#2b2825',
  '#211f1c',
  '#1a1816',
  '#141311',
];

export const theme = createTheme({
  colors: { deepTeal, gray: warmGray, dark: warmDark },
  primaryColor: 'deepTeal',
  primaryShade: { light: 7, dark: 6 },
  white: '#fffefc',
  black: '#2b2824',
  fontFamily: 'var(--font)',
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  components: {
    Button: { defaultProps: { size: 'md' } },
    Modal: { defaultProps: { transitionProps: { transition: 'fade', duration: 120 }, centered: true } },
    Popover: { defaultProps: { transitionProps: { transition: 'fade', duration: 100 } } },
    Tooltip: { defaultProps: { transitionProps: { transition: 'fade', duration: 100 }, openDelay: 400 } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', comboboxProps: { shadow: 'md' } } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
  },
});

const fromTokens = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-quiet)',
  '--mantine-color-placeholder': 'var(--ink-quiet)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-deepTeal-text': 'var(--accent-ink)',
  '--mantine-color-deepTeal-light': 'var(--accent-wash)',
  '--mantine-color-deepTeal-light-hover': 'var(--accent-wash-strong)',
  '--mantine-color-deepTeal-light-color': 'var(--accent-ink)',
};

/** Makes Mantine's variables follow `tokens.css`, so that each color is defined once. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens,
  dark: fromTokens,
});
